import type { Page } from 'playwright-core';
import { accessibilityFlaws } from './accessibility.ts';
import type { Flaw } from './flaw.ts';
import { keyboardFlaws } from './keyboard.ts';
import { overflow } from './overflow.ts';
import { keepPicture } from './picture.ts';
import { stretchedFlaws } from './stretched.ts';

/** A small phone, and a desk. */
const WIDTHS = [320, 1280] as const;

/**
 * Looks at a page as it stands, light and dark, narrow and wide, in forced colours, stretched, and with the Tab key:
 * axe at WCAG 2.2 A and AA, nothing outside the window. Keeps a picture of each where SCREENS names a folder.
 */
export async function inspect(page: Page, name: string): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of WIDTHS) {
      const where = `${name} ${colorScheme} ${width}`;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      flaws.push(...(await accessibilityFlaws(page, where)), ...(await overflow(page, where)));
      await keepPicture(page, `${name}.${colorScheme}.${width}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  flaws.push(...(await accessibilityFlaws(page, `${name} forced colours`)));
  await keepPicture(page, `${name}.forced-colors.1280`);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  flaws.push(...(await stretchedFlaws(page, name)));
  await page.setViewportSize({ width: 320, height: 568 });
  flaws.push(...(await keyboardFlaws(page, `${name} by keyboard`)));
  return flaws;
}
