import { type AnyNode, type Element, isTag } from 'domhandler';
import { elementsOf, type Page } from './parse-html.ts';

/** What the last part of a selector asks for by name: `a.b c#d` asks for an id. Anything less plain is looked for everywhere. */
const LAST = /(?:^|[\s>+~])([\w-]*)((?:[.#][\w-]+)*)$/;

/** The elements of a page by tag, class and id, as a style sheet's selectors each look through all of them. */
export class ElementIndex {
  /** All of them, in the order of the page. */
  readonly all: readonly Element[];
  readonly #page: Page;
  readonly #by = new Map<string, Element[]>();

  constructor(page: Page) {
    this.#page = page;
    this.all = allOf(page);
    for (const element of this.all) {
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

function allOf(page: Page): Element[] {
  const found: Element[] = [];
  const open: AnyNode[] = page.root().toArray();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isTag(node)) found.push(node);
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
  return found;
}
