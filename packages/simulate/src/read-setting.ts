import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '@adieu/cli';
import { SETTING, type Setting } from './setting.ts';

/** A simulation as its file says, with all that it left out, and the text of its mail. */
export interface ReadSetting extends Setting {
  /** MJML of the mail. */
  readonly content: string;
}

/** Reads campaign.json; fails with everything that is wrong with it, each with its place. */
export async function readSetting(file: string): Promise<ReadSetting> {
  const setting = parseSetting(await readText(file), file);
  const { text, mjml, mjmlFile } = setting.campaign;
  if (mjmlFile !== undefined)
    return { ...setting, content: await readText(resolve(dirname(file), mjmlFile)) };
  return { ...setting, content: mjml ?? mjmlOf(text ?? '') };
}

/** The same of a text; `file` is what a failure calls it. */
export function parseSetting(text: string, file: string): Setting {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Failure(`${file} is no JSON: ${(cause as Error).message}`, { cause });
  }
  const parsed = SETTING.safeParse(json);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(
    ({ path, message }) => `  ${path.length === 0 ? 'the file' : path.join('.')}: ${message}`,
  );
  throw new Failure(`${file} needs mending:\n${wrong.join('\n')}`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Failure(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** A plain text as a mail: one paragraph for each that an empty line parts. */
function mjmlOf(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((each) => `<mj-text>${each.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</mj-text>`);
  return `<mjml lang="en"><mj-body><mj-section><mj-column>${paragraphs.join('')}</mj-column></mj-section></mj-body></mjml>`;
}
