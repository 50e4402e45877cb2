import type { Language } from '@adieu/domain';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { mergedOutline, WAY_OUT_URL } from '../campaign/outline.ts';
import type { AuthoredVariant } from '../campaign/compiled.ts';
import { OUR_LINE } from '../campaign/our-line.ts';
import { looksOf } from '../html/looks.ts';
import { ancestors, elementsOf, type Page, parseHtml, textNodes } from '../html/parse-html.ts';
import { MERGED } from '../html/hiding.ts';
import { type Look, whyHidden } from '../html/visible.ts';
import type { Finding, FindingCode, FindingLevel, Place } from './finding.ts';

const LONGEST_ELEMENT = 120;
/** Each is looked for in the whole text. */
const MOST_PLACED = 200;

/** One language of a campaign as it would be seen with every condition true, for checks to look at. */
export class VariantPage {
  readonly variant: AuthoredVariant;
  readonly page: Page;
  /** How it looks first: no media condition, a light ground. */
  readonly look: Look;
  readonly subject: string;
  #placed = 0;

  constructor(variant: AuthoredVariant) {
    this.variant = variant;
    this.page = parseHtml(mergedOutline(variant.html));
    this.look = looksOf(this.page, false)[0]!;
    this.subject = mergedOutline(variant.subject);
  }

  get language(): Language {
    return this.variant.language;
  }

  elements(selector: string): Element[] {
    return elementsOf(this.page, selector).filter((element) => !isOurs(element));
  }

  /** The texts that the author wrote and a reader sees. */
  texts(within?: Element): ReturnType<typeof textNodes> {
    return textNodes(this.page, within).filter(
      (text) => whyHidden(text, this.look) === null && !isOurs(text),
    );
  }

  /** Where in the author's text this element begins; null where that text has others of its kind than the page, as MJML does. */
  offsetOf(element: Element): number | null {
    const written = [
      ...this.variant.sources.body.matchAll(new RegExp(`<${element.name}\\b`, 'gi')),
    ];
    const drawn = this.elements(element.name);
    return written.length === drawn.length ? written[drawn.indexOf(element)]!.index : null;
  }

  /** `needle`: what is looked for in the author's text, or its offset there. */
  finding(
    level: FindingLevel,
    code: FindingCode,
    where: Element | AnyNode | null,
    needle: string | number | null,
    message: string,
    fix: string,
  ): Finding {
    return {
      level,
      code,
      language: this.language,
      place: this.#placeOf(where, needle),
      message,
      fix,
    };
  }

  /** Looked for in the author's text, since MJML's page is not theirs. */
  #placeOf(where: AnyNode | null, needle: string | number | null): Place {
    const { part, body } = this.variant.sources;
    this.#placed += 1;
    const sought = this.#placed > MOST_PLACED ? null : needle;
    const at = typeof sought === 'number' ? sought : offsetOf(sought, body);
    const before = at < 0 ? null : body.slice(0, at).split('\n');
    const element =
      where === null ? null : isTag(where) ? where : (ancestors(where).next().value ?? null);
    return {
      part,
      line: before?.length ?? null,
      column: before === null ? null : before.at(-1)!.length + 1,
      element: element === null ? null : startTagOf(element),
    };
  }
}

function offsetOf(needle: string | null, body: string): number {
  return needle?.trim() && !needle.includes(MERGED) ? body.indexOf(needle.trim()) : -1;
}

function startTagOf(element: Element): string {
  const attributes = Object.entries(element.attribs)
    .filter(([name]) => !['style', 'class', 'target'].includes(name))
    .map(
      ([name, value]) => ` ${name}="${value.replaceAll(MERGED, '…').replaceAll(WAY_OUT_URL, '…')}"`,
    );
  const tag = `<${element.name}${attributes.join('')}>`;
  return tag.length <= LONGEST_ELEMENT ? tag : `${tag.slice(0, LONGEST_ELEMENT - 1)}…`;
}

function isOurs(node: AnyNode): boolean {
  const chain = [...(isTag(node) ? [node] : []), ...ancestors(node)];
  return chain.some((element) => element.attribs['class']?.split(/\s+/).includes(OUR_LINE));
}
