import {
  applyEdits,
  type Edit,
  elementsOf,
  parseHtml,
  placeOfAttribute,
} from '../html/parse-html.ts';
import { mapLiquid } from './map-liquid.ts';

const ATTRIBUTES = ['href', 'src', 'background', 'action', 'srcset', 'cite'];
const OURS = /^\{\{-?\s*(?:(?:un)?subscribe(?:_again)?|web_version)_url\s*-?\}\}$/;
const ENCODED = /\|\s*(?:url_encode|cgi_escape|uri_escape)\s*$/;

/**
 * Sees to it that merged values in links are URLs, or parts of one: `javascript:` can not begin a link, a space or a
 * quote can not end one. Works on the source by places, so that nothing else is changed.
 */
export function protectUrls(html: string): string {
  const page = parseHtml(html);
  const edits: Edit[] = [];
  for (const element of elementsOf(page, '*')) {
    for (const name of ATTRIBUTES) {
      const value = element.attribs[name];
      if (!value?.includes('{{') || OURS.test(value.trim())) continue;
      const place = placeOfAttribute(element, name);
      if (place === null) continue;
      const { startOffset: start, endOffset: end } = place;
      edits.push({ start, end, text: protect(html.slice(start, end)) });
    }
  }
  return applyEdits(html, edits);
}

const ENDS_URL = /[\s<>"'()]/;
const BEGINS_URL = /\bhttps?:\/\//i;
/** What of a text may still begin an address: its scheme and the character before. */
const LONGEST_BEGINNING = 'https://'.length + 1;

/** The same for a text: a value that stands within an address is a part of it, so that a space or a line can not end it. */
export function protectTextUrls(text: string): string {
  let [inUrl, tail, done] = [false, '', 0];
  const read = (literal: string): void => {
    let from = literal.length;
    while (from > 0 && !ENDS_URL.test(literal[from - 1]!)) from -= 1;
    const rest = from > 0 ? literal.slice(from) : tail + literal;
    inUrl = (inUrl && from === 0) || BEGINS_URL.test(rest);
    tail = rest.slice(-LONGEST_BEGINNING);
  };
  return mapLiquid(
    text,
    (output, at) => {
      read(text.slice(done, at));
      done = at + output.length;
      // An earlier value is a part of the same address.
      tail += 'x';
      const inside = insideOf(output);
      return inUrl && !ENCODED.test(inside.text) ? withFilter(inside, 'merged_url_part') : output;
    },
    ['{{'],
  );
}

function protect(attribute: string): string {
  let done = attribute.search(/=/) + 1;
  let hasBegun = false;
  return mapLiquid(
    attribute,
    (output, at) => {
      const literal = attribute.slice(done, at).replace(/\{%[^%]*(?:%(?!\})[^%]*)*%\}/g, '');
      hasBegun ||= literal.replace(/^\s*["']?\s*/, '') !== '';
      done = at + output.length;
      const inside = insideOf(output);
      const isEncoded = hasBegun && ENCODED.test(inside.text);
      const filter = hasBegun ? 'merged_url_part' : 'merged_url';
      hasBegun = true;
      return isEncoded ? output : withFilter(inside, filter);
    },
    ['{{'],
  );
}

interface Inside {
  readonly left: string;
  readonly text: string;
  readonly right: string;
}

function insideOf(output: string): Inside {
  const left = output.startsWith('{{-') ? '-' : '';
  const right = output.endsWith('-}}') ? '-' : '';
  return { left, text: output.slice(2 + left.length, output.length - 2 - right.length), right };
}

function withFilter({ left, text, right }: Inside, filter: string): string {
  return `{{${left}${text.trimEnd()} | ${filter} ${right}}}`;
}
