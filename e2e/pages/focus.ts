import type { Page } from 'playwright-core';

/**
 * What has focus, as a tag and its id. To be asked until it is so (`expect.poll`): a page sets its first focus as it is
 * first drawn, which may come after it has loaded.
 */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { tagName, id } = document.activeElement ?? document.body;
    return id === '' ? tagName : `${tagName}#${id}`;
  });
