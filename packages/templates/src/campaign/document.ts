import type { Language } from '@adieu/domain';
import { applyEdits, type Edit, elementsOf, parseHtml } from '../html/parse-html.ts';

const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['script', 'mail clients run no scripts'],
  ['iframe, frame, object, embed, applet', 'mail clients show nothing from elsewhere in a mail'],
  ['link[rel~="stylesheet" i]', 'a style sheet from elsewhere tells who reads'],
  ['base', 'it would lead all links elsewhere'],
  ['meta[http-equiv="refresh" i]', 'a mail does not go elsewhere by itself'],
];

/** What has no place in a mail, each with how it begins in its author's text. */
export function forbiddenIn(html: string): { needle: string; message: string }[] {
  const page = parseHtml(html);
  const elements = FORBIDDEN.flatMap(([selector, why]) =>
    elementsOf(page, selector).map((element) => ({
      needle: `<${element.name}`,
      message: `<${element.name}> has no place in a mail: ${why}`,
    })),
  );
  const imports = page('style')
    .toArray()
    .filter((style) => /@import/i.test(page(style).text()))
    .map(() => ({
      needle: '@import',
      message: '@import has no place in a mail: a style sheet from elsewhere tells who reads',
    }));
  return [...elements, ...imports];
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
