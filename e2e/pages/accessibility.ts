import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Flaw } from './flaw.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds at WCAG 2.2 A and AA. */
export async function accessibilityFlaws(page: Page, where: string): Promise<Flaw[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const { axe: found } = globalThis as unknown as { axe: typeof axe };
    const results = await found.run({ runOnly: tags });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, TAGS);
  return violations.map((what) => ({ where, what }));
}
