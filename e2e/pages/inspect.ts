import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** 320 px is also what 400 % zoom leaves of 1280 (WCAG 1.4.10). */
const WIDTHS = [320, 1280] as const;

export interface Flaw {
  readonly where: string;
  readonly what: string;
}

/**
 * Looks at a page as it stands, light and dark, narrow and wide, and in forced colours: axe at WCAG 2.2 A and AA,
 * nothing wider than the window, nothing fetched from elsewhere. Keeps a picture of each where SCREENS names a folder.
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
  await keepPicture(page, `${name}.forced-colors.1280`);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return flaws;
}

async function accessibilityFlaws(page: Page, where: string): Promise<Flaw[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const { axe: found } = globalThis as unknown as { axe: typeof axe };
    const results = await found.run({ runOnly: tags });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, TAGS);
  return violations.map((what) => ({ where, what }));
}

async function overflow(page: Page, where: string): Promise<Flaw[]> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  return content > window ? [{ where, what: `${content} px wide in ${window} px` }] : [];
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
