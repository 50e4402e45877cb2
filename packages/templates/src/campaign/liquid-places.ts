import { type AnyNode, type Element, isComment, isDirective, isTag, isText } from 'domhandler';
import { type Page, parseHtml, placeOfAttribute } from '../html/parse-html.ts';
import { branchesOf, type LiquidToken, liquidTokens } from './liquid-tokens.ts';

/** What a reader reads or a link leads to: a value in it can not change how the page is built or looks. */
const HOLDS_VALUES = new Set(
  'href src srcset background alt title cite aria-label aria-describedby lang summary abbr'.split(
    ' ',
  ),
);
/** In a style sheet: what asks for the value of an attribute, or for what stands before, after or within. */
const MINDS_VALUES =
  /\\|:lang|\[\s*(?:href|src|background|alt|title|cite|aria-|lang|summary|abbr)/i;
const MINDS_NEIGHBOURS = /[~+]|:(?:has|empty|nth|first|last|only)/i;

export interface LiquidPlaces {
  /** What Liquid may not do where it stands, each with its text. */
  readonly slips: readonly { needle: string; message: string }[];
  /**
   * However its conditions and values turn out, the page is built alike around what stands outside of them: each branch closes
   * what it opens, and values only stand in texts and links.
   */
  readonly isWhole: boolean;
}

const marker = (i: number): string => `adieu-liquid-${i}-`;
/** What only Outlook reads; as values are escaped, they can not end it. */
const OF_OUTLOOK = /^\s*\[if\b/i;
const MARKERS = /adieu-liquid-(\d+)-/g;

/** Where in a page its Liquid stands. Reads it with a mark in the place of each field and tag. */
export function liquidPlaces(source: string): LiquidPlaces {
  const tokens = liquidTokens(source);
  if (tokens.length === 0) return { slips: [], isWhole: true };
  const { marked, places } = mark(source, tokens);
  const { branchAt } = branchesOf(places);
  const page = parseHtml(marked);
  const slips = new Map<string, string>();
  const safe = new Set<number>();
  let isWhole = true;
  const refuse = (text: string, message: string): void => {
    const [first] = marksIn(text);
    if (first !== undefined) slips.set(message, slips.get(message) ?? tokens[first]!.text);
  };
  const accept = (text: string): void => {
    for (const i of marksIn(text)) safe.add(i);
  };
  for (const node of nodesOf(page)) {
    if (isComment(node) || isDirective(node)) {
      const isField = (i: number): boolean => tokens[i]!.name === null;
      if (OF_OUTLOOK.test(node.data) && marksIn(node.data).every(isField)) accept(node.data);
      else refuse(node.data, IN_COMMENT);
    } else if (isText(node)) {
      const isStyle = node.parent !== null && isTag(node.parent) && node.parent.name === 'style';
      if (isStyle) refuse(node.data, LIQUID_IN_STYLE);
      else accept(node.data);
    } else if (isTag(node)) {
      refuse(node.name, IN_NAME);
      for (const [name, value] of Object.entries(node.attribs)) {
        if (marksIn(name).length > 0) isWhole = false;
        if (node.name === 'style') refuse(name + value, LIQUID_IN_STYLE);
        if (!isQuoted(node, name, marked)) refuse(value, WITHOUT_QUOTES);
        if (HOLDS_VALUES.has(name)) accept(value);
      }
      if (node.name === 'style' && branchAt(startOf(node) ?? 0) !== 0)
        slips.set(STYLE_UNDER_CONDITION, '<style');
      if (!isClosedInBranch(node, branchAt)) isWhole = false;
    }
  }
  const css = page('style').text();
  const hasBranches = tokens.some(({ name }) => name !== null);
  if (MINDS_VALUES.test(css) || (hasBranches && MINDS_NEIGHBOURS.test(css))) isWhole = false;
  return {
    slips: [...slips].map(([message, needle]) => ({ needle, message })),
    isWhole: isWhole && safe.size === tokens.length,
  };
}

const IN_COMMENT =
  'Liquid in a comment of HTML could open or close it: leave it out, or write {% comment %}…{% endcomment %}';
export const LIQUID_IN_STYLE =
  'Liquid in a style sheet could hide the way out: write the rules out, and put conditions around elements';
const STYLE_UNDER_CONDITION =
  'a style sheet under a condition of Liquid could hide the way out: put it outside, and conditions around elements';
const IN_NAME =
  'Liquid in the name of an element could make it another: write the name out, and put a condition around the whole element';
const WITHOUT_QUOTES =
  'Liquid in an attribute without quotes could add others: put the value in quotes';

/** The source with a mark for each token, and where the tokens stand in that. */
function mark(source: string, tokens: readonly LiquidToken[]) {
  let [marked, at] = ['', 0];
  const places = tokens.map((token, i) => {
    marked += source.slice(at, token.begin);
    at = token.end;
    const begin = marked.length;
    marked += marker(i);
    return { ...token, begin, end: marked.length };
  });
  return { marked: marked + source.slice(at), places };
}

function marksIn(text: string): number[] {
  return text.includes('adieu-liquid-')
    ? [...text.matchAll(MARKERS)].map(([, i]) => Number(i))
    : [];
}

function* nodesOf(page: Page): Generator<AnyNode> {
  const open: AnyNode[] = page.root().toArray();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}

function startOf(element: Element): number | null {
  return element.sourceCodeLocation?.startOffset ?? null;
}

function isQuoted(element: Element, name: string, source: string): boolean {
  const place = placeOfAttribute(element, name);
  return place === null || /^[^=]*=\s*["']/.test(source.slice(place.startOffset, place.endOffset));
}

/** Whether an element ends under the condition under which it begins. One that the parser made up has no place. */
function isClosedInBranch(element: Element, branchAt: (place: number) => number): boolean {
  const place = element.sourceCodeLocation;
  if (!place || ['html', 'head', 'body'].includes(element.name)) return true;
  const end = place.endTag?.startOffset ?? Math.max(place.startOffset, place.endOffset - 1);
  return branchAt(place.startOffset) === branchAt(end);
}
