import type { Page } from 'playwright-core';
import type { Flaw } from './flaw.ts';

const MOST_STEPS = 400;

/**
 * Walks the page with the Tab key (X-1; WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11): all that can be used is reached, in the
 * order in which it stands, with a ring around it, within the window, and the walk comes out at the end.
 */
export async function keyboardFlaws(page: Page, where: string): Promise<Flaw[]> {
  const wanted = await page.evaluate(() => {
    // From the top, also where a heading or a field has focus from the start.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const usable = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select, textarea, summary',
      ),
    ].filter(
      (element) => element.checkVisibility() && !element.matches('[disabled], [tabindex="-1"]'),
    );
    const stops = usable.filter((element) => {
      // Of radio buttons that belong together one is a stop: the chosen, else the first; arrows do the rest.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = usable.filter(
        (other): other is HTMLInputElement =>
          other instanceof HTMLInputElement &&
          other.type === 'radio' &&
          other.name === element.name &&
          other.form === element.form,
      );
      return element === (group.find((radio) => radio.checked) ?? group[0]);
    });
    stops.forEach((element, index) => element.setAttribute('data-stop', String(index)));
    return stops.length;
  });
  const flaws: Flaw[] = [];
  const reached: number[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { top, bottom } = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40)}”`,
        stop: Number(element.getAttribute('data-stop') ?? -1),
        hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        isInSight: bottom > 0 && top < innerHeight,
      };
    });
    if (at === null) break;
    // A date field is several stops of its own.
    if (reached.at(-1) === at.stop) continue;
    if (at.stop === 0 && reached.length > 0) break;
    reached.push(at.stop);
    if (!at.hasRing) flaws.push({ where, what: `${at.name} shows no focus` });
    if (!at.isInSight) flaws.push({ where, what: `${at.name} has focus out of sight` });
  }
  const order = Array.from({ length: wanted }, (_, index) => index);
  if (JSON.stringify(reached) !== JSON.stringify(order))
    flaws.push({ where, what: `the Tab key goes ${reached.join(' ')} of 0 to ${wanted - 1}` });
  return flaws;
}
