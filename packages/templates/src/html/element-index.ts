import type { Element } from 'domhandler';
import { elementsOf, type Page } from './parse-html.ts';

/** What the last part of a selector asks for by name: `a.b c#d` asks for an id. Anything less plain is looked for everywhere. */
const LAST = /(?:^|[\s>+~])([\w-]*)((?:[.#][\w-]+)*)$/;

/** The elements of a page by tag, class and id, as a style sheet's selectors each look through all of them. */
export class ElementIndex {
  readonly #page: Page;
  readonly #by = new Map<string, Element[]>();

  constructor(page: Page) {
    this.#page = page;
    for (const element of elementsOf(page, '*')) {
      this.#add(element.name, element);
      for (const name of element.attribs['class']?.split(/\s+/) ?? [])
        this.#add(`.${name.toLowerCase()}`, element);
      const id = element.attribs['id'];
      if (id !== undefined) this.#add(`#${id.toLowerCase()}`, element);
    }
  }

  /** Throws where the selector is not understood. */
  find(selector: string): Element[] {
    const [, tag = '', names = ''] = LAST.exec(selector.trim()) ?? [];
    const name = /[.#][\w-]+$/.exec(names)?.[0] ?? tag;
    if (name === '') return elementsOf(this.#page, selector);
    const likely = this.#by.get(name.toLowerCase());
    return likely === undefined ? [] : this.#page(likely).filter(selector).toArray();
  }

  #add(name: string, element: Element): void {
    const known = this.#by.get(name);
    if (known === undefined) this.#by.set(name, [element]);
    else if (known.at(-1) !== element) known.push(element);
  }
}
