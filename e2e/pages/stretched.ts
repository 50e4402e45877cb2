import type { Page } from 'playwright-core';
import { accessibilityFlaws } from './accessibility.ts';
import type { Flaw } from './flaw.ts';
import { overflow } from './overflow.ts';
import { keepPicture } from './picture.ts';

/** What a reader may set for themselves (WCAG 1.4.12). */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

/**
 * The page's markup in the hardest conditions, on a copy so that the page itself stays as it is: 400 % zoom of a window of
 * 1280 × 1024 (WCAG 1.4.10), letters of twice the size (1.4.4), a reader's own spacing (1.4.12), a language of long words
 * (pseudo-locale, X-4) and one that is written from right to left.
 */
export async function stretchedFlaws(page: Page, name: string): Promise<Flaw[]> {
  const html = await page.content();
  const copy = await page.context().newPage();
  const show = async (width: number, height: number): Promise<void> => {
    await copy.setViewportSize({ width, height });
    await copy.setContent(html);
  };
  const flaws: Flaw[] = [];
  const look = async (condition: string, picture = false): Promise<void> => {
    flaws.push(...(await overflow(copy, `${name} ${condition}`)));
    if (picture) await keepPicture(copy, `${name}.${condition}`);
  };
  try {
    await show(320, 256);
    await look('zoomed');
    await copy.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await look('large-letters');
    await show(320, 800);
    await copy.addStyleTag({ content: SPACED });
    await look('spaced');
    await show(320, 800);
    await copy.evaluate(lengthen);
    await look('pseudo', true);
    await copy.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    flaws.push(...(await accessibilityFlaws(copy, `${name} right-to-left`)));
    await look('right-to-left', true);
  } finally {
    await copy.close();
  }
  return flaws;
}

/** Every word grows by two fifths, with marks above and below: what other languages do to a layout. Runs in the browser. */
function lengthen(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    node.data = node.data.replace(
      /[aeiouyåäöáéíóúů]+/gi,
      (vowels) => `${vowels}\u0302${vowels}\u0323`,
    );
  }
}
