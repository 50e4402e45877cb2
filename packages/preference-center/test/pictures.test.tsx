import { LANGUAGES } from '@adieu/domain';
import { readerOf } from '@adieu/messages';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { createRoutesStub } from 'react-router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesFor } from './every-page.tsx';

/** Where the pictures are put, to be looked at; not set: nowhere. */
const folder = process.env['SCREENS'];
/** A small phone; where pictures are kept, a desk and the dark as well. */
const VIEWS = [
  { width: 320, colorScheme: 'light' },
  ...(folder === undefined
    ? []
    : ([
        { width: 320, colorScheme: 'dark' },
        { width: 1280, colorScheme: 'light' },
        { width: 1280, colorScheme: 'dark' },
      ] as const)),
] as const;

let running: RunningBrowser;
let tab: Page;
beforeAll(async () => {
  running = await launchBrowser();
  tab = await running.browser.newPage();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
});
afterAll(() => running?.close());

describe.each(LANGUAGES)('on a small phone, in %s (X-5, P-11)', (language) => {
  const pages = pagesFor(readerOf(language, { sender: 'Europe/London' }));

  it.each(pages)(
    '%s: nothing is wider than the window, no word is cut in two',
    async (name, page) => {
      const Stub = createRoutesStub([{ path: '/', Component: () => page }]);
      await tab.setContent(`<!doctype html>${renderToStaticMarkup(<Stub />)}`);
      for (const { width, colorScheme } of VIEWS) {
        await tab.emulateMedia({ colorScheme });
        await tab.setViewportSize({ width, height: 480 });
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        );
        expect(await tab.evaluate(wordsCutInTwo)).toEqual([]);
        if (folder === undefined) continue;
        const path = join(
          folder,
          `${name.replace(/[^\w]+/g, '-')}.${language}.${colorScheme}.${width}.png`,
        );
        await tab.screenshot({ path, fullPage: true });
      }
    },
  );
});

/**
 * Words that begin on one line and end on another without a hyphen of their own. Keys, ids and commands are no words: they
 * are copied, and a small phone has no line that holds a key. Runs in the browser.
 */
function wordsCutInTwo(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement?.checkVisibility() || node.parentElement.closest('.hidden, code'))
      continue;
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (new Set(tops).size > 1) found.push(word);
    }
  }
  return found;
}
