import type { Language } from '@adieu/domain';
import { applyEdits, type Edit, elementsOf, type Page, parseHtml } from '../html/parse-html.ts';

const NO_SCRIPTS = 'a mail runs no scripts';
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['script', NO_SCRIPTS],
  ['iframe, frame, object, embed, applet', 'mail clients show nothing from elsewhere in a mail'],
  ['link[rel~="stylesheet" i]', 'a style sheet from elsewhere tells who reads'],
  ['base', 'it would lead all links elsewhere'],
  ['meta[http-equiv="refresh" i]', 'a mail does not go elsewhere by itself'],
];
/** As browsers read an address: blanks and what can not be seen do not count before its scheme, nor breaks within. */
const RUNS =
  /^[\s\p{Cc}]*j[\t\r\n]*a[\t\r\n]*v[\t\r\n]*a[\t\r\n]*s[\t\r\n]*c[\t\r\n]*r[\t\r\n]*i[\t\r\n]*p[\t\r\n]*t[\t\r\n]*:/iu;

/** What has no place in a mail, each kind once, with how it begins in its author's text. */
export function forbiddenIn(page: Page): { needle: string; message: string }[] {
  const found = new Map<string, string>();
  for (const [selector, why] of FORBIDDEN)
    for (const { name } of elementsOf(page, selector))
      found.set(`<${name}`, `<${name}> has no place in a mail: ${why}`);
  for (const { attribs } of elementsOf(page, '*'))
    for (const [name, value] of Object.entries(attribs)) {
      if (/^on[a-z]/i.test(name))
        found.set(name, `${name}="…" has no place in a mail: it runs no scripts`);
      if (RUNS.test(value))
        found.set(`${name}=`, `${name}="javascript:…" has no place in a mail: it runs no scripts`);
    }
  if (/@import/i.test(page('style').text()))
    found.set(
      '@import',
      '@import has no place in a mail: a style sheet from elsewhere tells who reads',
    );
  return [...found].map(([needle, message]) => ({ needle, message }));
}

/** A whole page of what may be a piece of one, with language and title. */
export function asDocument(source: string, language: Language): string {
  const html = /<(?:html|head|body)\b/i.test(source)
    ? source
    : `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"></head>\n<body>\n${source}\n</body>\n</html>\n`;
  const page = parseHtml(html);
  const edits: Edit[] = [];
  const insert = (at: number | undefined, text: string): void => {
    if (at !== undefined) edits.push({ start: at, end: at, text });
  };
  const root = page('html')[0];
  const head = page('head')[0]?.sourceCodeLocation?.startTag;
  const afterRoot = root?.sourceCodeLocation?.startTag?.endOffset;
  if (!root?.attribs['lang'] && afterRoot !== undefined) {
    insert(afterRoot - 1, ` lang="${language}"`);
  }
  const title = page('head > title')[0];
  const hasTitle = title !== undefined && page(title).text().trim() !== '';
  const ours = '<title>{{ subject }}</title>';
  const place = title?.sourceCodeLocation;
  if (!hasTitle && place) {
    edits.push({ start: place.startOffset, end: place.endOffset, text: ours });
  } else if (!hasTitle && head) insert(head.endOffset, ours);
  else if (!head) insert(afterRoot, `<head>${hasTitle ? '' : ours}</head>`);
  return applyEdits(html, edits);
}
