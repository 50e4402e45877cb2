import type { Page } from 'playwright-core';

/** Presses what leads to another page, and is there: until that page has loaded, the old one would answer for it. */
export async function clickThrough(page: Page, selector: string): Promise<void> {
  await through(page, () => page.click(selector));
}

/** Does what leads to another page, by whatever key or button, and is there. */
export async function through(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
}
