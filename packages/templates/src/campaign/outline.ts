import { type Template, TokenKind } from 'liquidjs';
import { MERGED } from '../html/hiding.ts';
import { childrenOf } from './merge-fields.ts';

/** Stands for the recipient's own link where a page is judged before it is filled. */
export const WAY_OUT_URL = 'https://adieu.invalid/way-out';

const SAMPLES: Readonly<Record<string, string>> = {
  unsubscribe_url: WAY_OUT_URL,
  unsubscribe_word: 'UNSUBSCRIBE',
  unsubscribe_language: 'en',
  subscribe_again_url: 'https://adieu.invalid/again',
  subscribe_again_words: 'Subscribe again',
  web_version_url: 'https://adieu.invalid/web',
  web_version_words: 'Read in a browser',
};

/**
 * How a parsed page can come out: with nothing that stands under a condition, and with all of it. What holds in both
 * is there for every recipient.
 */
export function outlinesOf(templates: readonly Template[]): readonly [string, string] {
  return [outline(templates, false), outline(templates, true)];
}

/** How a parsed text reads with all of its conditions true and its values unknown. */
export function mergedOutline(templates: readonly Template[]): string {
  return outline(templates, true);
}

function outline(templates: readonly Template[], conditional: boolean): string {
  let out = '';
  for (const template of templates) {
    const { token } = template;
    if (token.kind === TokenKind.HTML) out += (template as unknown as { str: string }).str;
    else if (token.kind === TokenKind.Output) out += sampleOf(token.getText());
    else if (conditional) out += outline(childrenOf(template), true);
  }
  return out;
}

function sampleOf(output: string): string {
  const name = /^\{\{-?\s*(\w+)\s*-?\}\}$/.exec(output)?.[1] ?? '';
  return Object.hasOwn(SAMPLES, name) ? SAMPLES[name]! : MERGED;
}
