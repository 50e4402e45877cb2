import {
  applyEdits,
  type Edit,
  elementsOf,
  parseHtml,
  placeOfAttribute,
} from '../html/parse-html.ts';

const ATTRIBUTES = ['href', 'src', 'background', 'action', 'srcset', 'cite'];
const OURS = /^\{\{-?\s*(?:(?:un)?subscribe(?:_again)?|web_version)_url\s*-?\}\}$/;
const OUTPUT = /\{\{(-?)([\s\S]*?)(-?)\}\}/g;
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

const URL_BEFORE = /\bhttps?:\/\/[^\s<>"'()]*$/i;

/** The same for a text: a value that stands within an address is a part of it, so that a space or a line can not end it. */
export function protectTextUrls(text: string): string {
  return text.replace(OUTPUT, (whole, left: string, inside: string, right: string, at: number) => {
    // Earlier values are parts of the same address, with the blanks in their braces.
    const before = text.slice(0, at).replace(OUTPUT, 'x');
    if (!URL_BEFORE.test(before) || ENCODED.test(inside)) return whole;
    return `{{${left}${inside.trimEnd()} | merged_url_part ${right}}}`;
  });
}

function protect(attribute: string): string {
  const valueAt = attribute.search(/=/) + 1;
  return attribute.replace(
    OUTPUT,
    (_whole, left: string, inside: string, right: string, at: number) => {
      const before = attribute
        .slice(valueAt, at)
        .replace(/\{%[\s\S]*?%\}/g, '')
        .replace(/^\s*["']?\s*/, '');
      if (before !== '' && ENCODED.test(inside)) return `{{${left}${inside}${right}}}`;
      const filter = before === '' ? 'merged_url' : 'merged_url_part';
      return `{{${left}${inside.trimEnd()} | ${filter} ${right}}}`;
    },
  );
}
