import { type CssNode, generate, parse, type Rule, walk } from 'css-tree';
import type { Element } from 'domhandler';
import type { Page } from './parse-html.ts';

/** One declaration block that applies to an element, and how strongly. */
interface Applied {
  /** The `@media` condition that it stands in; empty for none. */
  readonly media: string;
  readonly specificity: number;
  readonly order: number;
  readonly declarations: readonly Declaration[];
}

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

const INLINE = 1_000_000;
// States of a pointer or a history; what they hide is seen before.
const STATES = /:(?:hover|focus|active|focus-visible|focus-within)\b/;
const ALWAYS = /:(?:link|any-link|visited)\b/g;
const NOT_A_SCREEN = /^\s*(?:only\s+)?(?:print|speech)\b/i;

/** The styles of a page: its sheets and attributes, without what it would fetch from elsewhere. */
export class Cascade {
  /** Each set of media conditions under which the page may look otherwise; the first is none. */
  readonly worlds: readonly string[];
  readonly #applied = new Map<Element, Applied[]>();
  readonly #styles = new Map<string, Map<Element, ReadonlyMap<string, string>>>();

  constructor(page: Page) {
    const media = new Set<string>(['']);
    let order = 0;
    for (const sheet of page('style').toArray()) {
      const outer = sheet.attribs['media']?.trim() ?? '';
      for (const rule of rulesOf(page(sheet).text(), outer)) {
        if (NOT_A_SCREEN.test(rule.media)) continue;
        media.add(rule.media);
        for (const selector of rule.selectors) {
          order += 1;
          const block = { ...rule, order, specificity: specificityOf(selector) };
          for (const element of select(page, selector)) this.#add(element, block);
        }
      }
    }
    for (const element of page('[style]').toArray()) {
      const declarations = declarationsOf(
        parse(element.attribs['style']!, { context: 'declarationList' }),
      );
      this.#add(element, { media: '', specificity: INLINE, order: 0, declarations });
    }
    this.worlds = [...media];
  }

  /** What is declared for an element under one media condition; names are lower case. Nothing is inherited here. */
  declared(element: Element, world: string): ReadonlyMap<string, string> {
    let ofWorld = this.#styles.get(world);
    if (ofWorld === undefined) this.#styles.set(world, (ofWorld = new Map()));
    let style = ofWorld.get(element);
    if (style === undefined) ofWorld.set(element, (style = this.#cascade(element, world)));
    return style;
  }

  #add(element: Element, block: Applied): void {
    const blocks = this.#applied.get(element);
    if (blocks === undefined) this.#applied.set(element, [block]);
    else blocks.push(block);
  }

  #cascade(element: Element, world: string): ReadonlyMap<string, string> {
    const blocks = (this.#applied.get(element) ?? [])
      .filter(({ media }) => media === '' || media === world)
      .sort((a, b) => a.specificity - b.specificity || a.order - b.order);
    const style = new Map<string, string>();
    for (const important of [false, true]) {
      for (const { declarations } of blocks) {
        for (const one of declarations) {
          if (one.important === important) style.set(one.property, one.value);
        }
      }
    }
    return style;
  }
}

function* rulesOf(
  css: string,
  outer: string,
): Generator<{ media: string; selectors: string[]; declarations: Declaration[] }> {
  const found: { media: string; rule: Rule }[] = [];
  walk(parse(css, { parseValue: false }), {
    visit: 'Rule',
    enter(rule) {
      const inner = this.atrule?.name === 'media' && this.atrule.prelude;
      const media = [outer, inner ? generate(inner) : ''].filter(Boolean).join(' and ');
      // Within @supports, @font-face and the like nothing is known; what they could hide is too far-fetched.
      if (this.atrule === null || inner) found.push({ media, rule });
    },
  });
  for (const { media, rule } of found) {
    const selectors = generate(rule.prelude).split(/,(?![^([]*[)\]])/);
    yield { media, selectors, declarations: declarationsOf(rule.block) };
  }
}

function declarationsOf(node: CssNode): Declaration[] {
  const found: Declaration[] = [];
  walk(node, {
    visit: 'Declaration',
    enter({ property, value, important }) {
      found.push({
        property: property.toLowerCase(),
        value: generate(value).trim(),
        important: important !== false,
      });
    },
  });
  return found;
}

function select(page: Page, selector: string): Element[] {
  if (STATES.test(selector)) return [];
  try {
    return page(selector.replace(ALWAYS, '')).toArray() as Element[];
  } catch {
    // A selector of one mail client's own, such as `#MessageViewBody`, or one that nobody knows.
    return [];
  }
}

/** Near enough to tell rules of one page apart: ids, then classes and attributes, then names. */
function specificityOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return (
    count(/#[\w-]+/g) * 10_000 +
    count(/\.[\w-]+|\[[^\]]*\]|:(?!:)[\w-]+/g) * 100 +
    count(/(?:^|[\s>+~])[a-z]/gi)
  );
}
