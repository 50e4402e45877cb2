import type { Page } from 'playwright-core';
import type { Flaw } from './flaw.ts';

/** What stands outside the window to either side, or is cut off within its own box. */
export async function overflow(page: Page, where: string): Promise<Flaw[]> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40)}”`;
    const outside = [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.closest('.hidden, svg') === null)
      .flatMap((element) => {
        const { left, right } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const isCut =
          style.overflow === 'hidden' &&
          (element.scrollWidth > element.clientWidth + 1 ||
            element.scrollHeight > element.clientHeight + 1);
        if (left < -1 || right > width + 1)
          return [`${name(element)} from ${left} to ${right} px in ${width} px`];
        return isCut ? [`${name(element)} is cut off`] : [];
      });
    const { scrollWidth } = document.documentElement;
    return scrollWidth > width ? [`${scrollWidth} px wide in ${width} px`, ...outside] : outside;
  });
  return found.slice(0, 3).map((what) => ({ where, what }));
}
