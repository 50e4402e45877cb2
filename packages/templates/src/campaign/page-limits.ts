import type { AnyNode } from 'domhandler';
import { isTag } from 'domhandler';
import type { Page } from '../html/parse-html.ts';
import { inFigures, MAIL_LIMITS } from './limits.ts';

const TOO_DEEP = `the page's elements stand more than ${MAIL_LIMITS.depth} deep within each other: close what is open`;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
/** Elements without content, and those that end where the next begins: none of them deepens a page. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta source track wbr p li td th tr dt dd option tbody thead tfoot'.split(
    ' ',
  ),
);
/** Open elements that a parser looks through for each further one. */
const DEEPER = 4 * MAIL_LIMITS.depth;

/** The same of a source that no parser has seen yet: for one that only opens elements they take the square of its length. */
export function whyTooDeep(html: string): string | null {
  const open = new Map<string, number>();
  let depth = 0;
  for (const { 1: slash, 2: tag } of html.matchAll(TAG)) {
    const name = tag!.toLowerCase();
    if (SHALLOW.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash !== '' && count === 0) continue;
    const by = slash === '' ? 1 : -1;
    open.set(name, count + by);
    depth += by;
    if (depth > DEEPER) return TOO_DEEP;
  }
  return null;
}

/** Why a page is more than a mail is, for people; null where it is not. Takes no longer for one that is. */
export function whyTooMuchPage(page: Page): string | null {
  const { elements, depth } = countElements(page);
  if (elements > MAIL_LIMITS.elements)
    return `the page has more than ${inFigures(MAIL_LIMITS.elements)} elements: shorten it`;
  if (depth > MAIL_LIMITS.depth) return TOO_DEEP;
  const sheets = page('style').toArray();
  if (sheets.length > MAIL_LIMITS.sheets)
    return `the page has more than ${MAIL_LIMITS.sheets} style sheets: join them`;
  const css = countSheets(
    sheets.map((sheet) => ({ text: page(sheet).text(), media: sheet.attribs['media'] })),
  );
  if (css.depth > MAIL_LIMITS.ruleDepth)
    return `the rules of a style sheet stand more than ${MAIL_LIMITS.ruleDepth} deep within each other: write them out`;
  if (css.selectors > MAIL_LIMITS.selectors)
    return `the style sheets have more than ${inFigures(MAIL_LIMITS.selectors)} selectors: leave out those that are not used`;
  if (elements * css.selectors > MAIL_LIMITS.matches)
    return `the page has ${inFigures(elements)} elements and ${inFigures(css.selectors)} selectors in its style sheets: shorten it, or leave out those that are not used`;
  if (css.conditions.size > MAIL_LIMITS.media)
    return `the style sheets have more than ${MAIL_LIMITS.media} different conditions (@media): join them`;
  return null;
}

function countElements(page: Page): { elements: number; depth: number } {
  let [elements, deepest] = [0, 0];
  const open: { readonly node: AnyNode; readonly depth: number }[] = page
    .root()
    .toArray()
    .map((node) => ({ node, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (isTag(node)) elements += 1;
    deepest = Math.max(deepest, depth);
    if (elements > MAIL_LIMITS.elements) break;
    if ('children' in node)
      for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return { elements, depth: deepest };
}

interface Counted {
  readonly depth: number;
  readonly selectors: number;
  readonly conditions: ReadonlySet<string>;
}

/** Each by itself, as each is parsed: what one leaves open, a comment or a rule, hides nothing of the next. */
function countSheets(
  sheets: readonly { readonly text: string; readonly media?: string | undefined }[],
): Counted {
  const each = sheets.map(({ text }) => countRules(text));
  const media = sheets.map((sheet) => sheet.media?.trim() ?? '').filter((outer) => outer !== '');
  return {
    depth: Math.max(0, ...each.map(({ depth }) => depth)),
    selectors: each.reduce((sum, { selectors }) => sum + selectors, 0),
    conditions: new Set([...media, ...each.flatMap(({ conditions }) => [...conditions])]),
  };
}

/** Counts what a style sheet asks for, one sign after the other: no parser of rules has seen it yet. */
function countRules(sheet: string): Counted {
  const css = withoutComments(sheet);
  const conditions = new Set<string>();
  let [depth, deepest, selectors, commas, from] = [0, 0, 0, 0, 0];
  for (let i = 0; i < css.length; i++) {
    const sign = css[i];
    if (sign === ',') commas += 1;
    if (sign !== '{' && sign !== '}' && sign !== ';') continue;
    if (sign === '{') {
      const prelude = css.slice(from, i).trim();
      if (prelude.startsWith('@')) conditions.add(prelude);
      else selectors += commas + 1;
      deepest = Math.max(deepest, (depth += 1));
    } else if (sign === '}') depth = Math.max(0, depth - 1);
    [commas, from] = [0, i + 1];
  }
  return { depth: deepest, selectors, conditions };
}

function withoutComments(css: string): string {
  let [out, at] = ['', 0];
  for (;;) {
    const start = css.indexOf('/*', at);
    if (start < 0) return out + css.slice(at);
    out += css.slice(at, start);
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return out;
    at = end + 2;
  }
}
