import {
  type Atrule,
  type CssNode,
  generate,
  parse,
  type Rule,
  walk,
  type WalkContext,
} from 'css-tree';
import type { Element } from 'domhandler';
import { ElementIndex } from './element-index.ts';
import type { Page } from './parse-html.ts';
import { specificityOf } from './specificity.ts';

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
const PSEUDO_ELEMENT = /::/;
const PSEUDO_CLASS = /:[\w-]+(?:\([^)]*\))?/g;
const NOT_RULES = /^(?:-\w+-)?(?:keyframes|font-face|page)$/;
const NOT_A_SCREEN = /^\s*(?:only\s+)?(?:print|speech)\b/i;

/** The styles of a page: its sheets and attributes, without what it would fetch from elsewhere. */
export class Cascade {
  /** Each set of media conditions under which the page may look otherwise; the first is none. */
  readonly worlds: readonly string[];
  readonly #applied = new Map<Element, Applied[]>();
  readonly #styles = new Map<string, Map<Element, ReadonlyMap<string, string>>>();

  constructor(page: Page) {
    const media = new Set<string>(['']);
    const elements = new ElementIndex(page);
    let order = 0;
    for (const sheet of elements.all.filter(({ name }) => name === 'style')) {
      const outer = sheet.attribs['media']?.trim() ?? '';
      for (const rule of rulesOf(page(sheet).text(), outer)) {
        if (NOT_A_SCREEN.test(rule.media)) continue;
        media.add(rule.media);
        for (const selector of rule.selectors) {
          order += 1;
          const block = { ...rule, order, specificity: specificityOf(selector) };
          for (const element of select(elements, selector)) this.#add(element, block);
        }
      }
    }
    for (const element of elements.all) {
      const text = element.attribs['style'];
      if (text === undefined) continue;
      const declarations = inlineOf(text);
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
  const found: { media: string; rule: Rule; within: Rule | null }[] = [];
  const around: Rule[] = [];
  const unparsed: { css: string; media: string }[] = [];
  const mediaOf = (atrule: Atrule | null): string =>
    [outer, conditionOf(atrule)].filter(Boolean).join(' and ');
  walk(parse(css, { parseValue: false }), {
    enter(this: WalkContext, node: CssNode) {
      // Rules within a rule that begin without `&` are left unparsed.
      const parent = around.at(-1);
      if (node.type === 'Raw' && node.value.includes('{') && parent !== undefined) {
        const nested = `:is(${generate(parent.prelude)}) ${node.value}`;
        unparsed.push({ css: nested, media: mediaOf(this.atrule) });
      }
      if (node.type !== 'Rule' || NOT_RULES.test(this.atrule?.name ?? '')) return;
      found.push({ media: mediaOf(this.atrule), rule: node, within: around.at(-1) ?? null });
      around.push(node);
    },
    leave(node: CssNode) {
      if (node === around.at(-1)) around.pop();
    },
  });
  for (const { media, rule, within } of found) {
    const outerSelectors = within === null ? null : `:is(${generate(within.prelude)})`;
    const selectors = selectorsOf(rule).map((selector) => {
      if (outerSelectors === null) return selector;
      return selector.includes('&')
        ? selector.replaceAll('&', outerSelectors)
        : `${outerSelectors} ${selector}`;
    });
    yield { media, selectors, declarations: declarationsOf(rule.block) };
  }
  for (const { css: nested, media } of unparsed) yield* rulesOf(nested, media);
}

function selectorsOf(rule: Rule): string[] {
  return generate(rule.prelude).split(/,(?![^([]*[)\]])/);
}

/** Under which condition a rule holds: whatever it asks of the client, somebody's has it. */
function conditionOf(atrule: Atrule | null): string {
  if (atrule === null) return '';
  const prelude = atrule.prelude === null ? '' : generate(atrule.prelude);
  return atrule.name === 'media' ? prelude : `@${atrule.name} ${prelude}`;
}

function declarationsOf(node: CssNode): Declaration[] {
  if (!('children' in node) || node.children === null) return [];
  return [...node.children].flatMap((child) =>
    child.type === 'Declaration'
      ? [
          {
            property: child.property.toLowerCase(),
            value: generate(child.value).trim(),
            important: child.important !== false,
          },
        ]
      : [],
  );
}

const MOST_KEPT = 2_000;
const lately = new Map<string, readonly Declaration[]>();

/** Pages repeat what they write into elements, and are looked at many times. */
function inlineOf(text: string): readonly Declaration[] {
  let declarations = lately.get(text);
  if (declarations === undefined) {
    declarations = declarationsOf(parse(text, { context: 'declarationList' }));
    if (lately.size >= MOST_KEPT) lately.clear();
    lately.set(text, declarations);
  }
  return declarations;
}

function select(elements: ElementIndex, selector: string): Element[] {
  if (STATES.test(selector) || PSEUDO_ELEMENT.test(selector)) return [];
  const known = selector.replace(ALWAYS, '');
  // One that is not understood is taken for more than it means: what it might hide counts as hidden.
  for (const each of [known, known.replace(PSEUDO_CLASS, '').trim() || '*']) {
    try {
      return elements.find(each);
    } catch {
      // The next is plainer.
    }
  }
  return [];
}
