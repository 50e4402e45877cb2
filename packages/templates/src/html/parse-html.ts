import { type CheerioAPI, load } from 'cheerio';
import { type AnyNode, type Element, isTag, isText, type Text } from 'domhandler';

/** A page as browsers and mail clients read it, each node with its place in the source. */
export type Page = CheerioAPI;

/** Parses HTML by the living standard; comments, and with them what only Outlook reads, hold no elements. */
export function parseHtml(html: string, onError: (code: string) => void = () => {}): Page {
  // Mails run no scripts, so what stands in <noscript> is there.
  return load(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    onParseError: ({ code }) => onError(code),
  });
}

/** The elements around a node, the nearest first. */
export function* ancestors(node: AnyNode): Generator<Element> {
  for (let at = node.parent; at !== null; at = at.parent) if (isTag(at)) yield at;
}

/** The elements that a selector finds. */
export function elementsOf(page: Page, selector: string): Element[] {
  return page(selector).toArray().filter(isTag);
}

// Anything but space, marks and what has no width.
const VISIBLE = /[^\s\p{C}\p{M}\p{Z}]/u;

/** Whether a text has anything in it that can be seen. */
export function isSeen(text: string): boolean {
  return VISIBLE.test(text);
}

/** Every text of the page that is more than space. */
export function textNodes(page: Page, within?: Element): Text[] {
  const found: Text[] = [];
  const visit = (node: AnyNode): void => {
    if (isText(node) && isSeen(node.data)) {
      found.push(node);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  if (within === undefined) page.root().contents().toArray().forEach(visit);
  else visit(within);
  return found;
}

/** A change of the source: what stands between two offsets becomes something else. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes that do not overlap; all else stays byte by byte, which no serialiser would grant. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let [out, at] = ['', 0];
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    out += source.slice(at, start) + text;
    at = end;
  }
  return out + source.slice(at);
}

interface Place {
  readonly startOffset: number;
  readonly endOffset: number;
}

/** Where an attribute stands in the source. */
export function placeOfAttribute(element: Element, name: string): Place | null {
  const place = element.sourceCodeLocation;
  // The start tag has a place of its own where the element has an end tag.
  const attributes = (place?.startTag ?? place) as
    | { attrs?: Record<string, Place> }
    | null
    | undefined;
  return attributes?.attrs?.[name] ?? null;
}
