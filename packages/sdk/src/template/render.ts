import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AdieuError } from '../errors.ts';
import type { Body, TemplateFile } from './template.ts';

/** A body as it is sent to Adieu, which compiles it. */
export interface Rendered {
  readonly kind: 'mjml' | 'html';
  readonly text: string;
}

/** Reads or renders a body. What is a whole `<mjml>` is MJML, anything else HTML. */
export async function renderBody(body: Body): Promise<Rendered> {
  if (typeof body === 'string') return kindOf(body);
  if ('file' in body) return kindOf(await readBody(body));
  const { render } = await import('@react-email/render');
  return { kind: 'html', text: await render(body) };
}

function kindOf(text: string): Rendered {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const withoutComments = start.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '');
  return { kind: /^<mjml[\s>]/i.test(withoutComments) ? 'mjml' : 'html', text };
}

async function readBody({ file }: TemplateFile): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const path = file.protocol === 'file:' ? fileURLToPath(file) : file.href;
    throw new AdieuError('NO_FILE', `There is no template ${path}.`, { cause });
  }
}
