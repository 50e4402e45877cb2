import { LANGUAGES } from '@adieu/domain';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCampaign } from '../campaign/compile-campaign.ts';
import { renderMessage } from '../campaign/render-message.ts';
import { PREVIEWS } from './previews.ts';
import { renderSystemMail } from './render-system-mail.tsx';

/** Where the pictures are put, to be looked at; not set: nowhere. */
const folder = process.env['SCREENS'];
/** The shortest and the longest words, and the most marks; where pictures are kept, all. */
const languages = folder === undefined ? (['en', 'de', 'cs'] as const) : LANGUAGES;
const demo = join(import.meta.dirname, '../../../cli/demo');
const unsubscribeUrl = 'https://leave.example.test/u/x';

const mails: readonly (readonly [string, () => Promise<string>])[] = [
  ...Object.entries(PREVIEWS).flatMap(([name, preview]) =>
    languages.map(
      (language) =>
        [
          `${name}.${language}`,
          async () => shown(await renderSystemMail(preview(language))),
        ] as const,
    ),
  ),
  ...['newsletter', 'staff-information', 'shift-changes'].map(
    (file) => [file, () => renderDemo(file)] as const,
  ),
];

/** The HTML with its pictures in place, as a mail program puts them there. */
function shown({ html, pictures }: Awaited<ReturnType<typeof renderSystemMail>>): string {
  return pictures.reduce(
    (whole, { cid, png }) =>
      whole.replaceAll(`cid:${cid}`, `data:image/png;base64,${png.toString('base64')}`),
    html,
  );
}

async function renderDemo(file: string): Promise<string> {
  const compiled = await compileCampaign({
    subject: { en: 'Spring' },
    mjml: { en: readFileSync(join(demo, `${file}.en.mjml`), 'utf8') },
    defaultLanguage: 'en',
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const fields = Object.fromEntries(
    compiled.campaign.fallback.fields.map(({ field }) => [field, 'Åsa']),
  );
  const values = {
    language: 'en',
    fields,
    organisation: 'Nordlys',
    account: 'Shop',
    unsubscribeUrl,
    webVersionUrl: unsubscribeUrl,
  };
  return renderMessage(compiled.campaign, values).html;
}

let running: RunningBrowser;
describe('mails in a browser', () => {
  beforeAll(async () => {
    running = await launchBrowser();
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  });
  afterAll(() => running?.close());

  const views = mails.flatMap(([name, render]) =>
    [320, 700].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ name, render, width, scheme })),
    ),
  );

  it.each(views)('$name, $width px, $scheme: fits, can be read, fetches nothing', async (view) => {
    const page = await running.browser.newPage({
      viewport: { width: view.width, height: 600 },
      colorScheme: view.scheme,
    });
    try {
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(request.url()));
      const html = await view.render();
      await page.setContent(html);
      if (folder !== undefined) {
        const path = join(folder, `mail-${view.name}.${view.scheme}.${view.width}.png`);
        await page.screenshot({ path, fullPage: true });
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        view.width,
      );
      expect(await leastContrast(page)).toBeGreaterThanOrEqual(4.5);
      expect(fetched.filter((url) => !url.startsWith('data:') && url !== 'about:blank')).toEqual(
        [],
      );
      if (html.includes(unsubscribeUrl)) {
        const link = page.locator(`a[href="${unsubscribeUrl}"]`);
        expect(await link.isVisible()).toBe(true);
        expect((await link.boundingBox())!.y).toBeLessThan(100);
      }
    } finally {
      await page.close();
    }
  });
});

/** The least contrast of a text on the page as the browser computes its colours: another judge than our own. */
async function leastContrast(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
    const linear = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const probe = document.createElement('div');
    probe.style.backgroundColor = 'Canvas';
    document.body.append(probe);
    const canvas = parse(getComputedStyle(probe).backgroundColor);
    probe.remove();
    const groundOf = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour.length === 3 || colour[3] > 0) return colour;
      }
      return canvas;
    };
    let least = 21;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.getClientRects().length === 0) continue;
      if (['STYLE', 'SCRIPT'].includes(element.tagName)) continue;
      const [one, other] = [luminance(parse(getComputedStyle(element).color)), luminance(groundOf(element))];
      least = Math.min(least, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
    }
    return least;
  })()`);
}
