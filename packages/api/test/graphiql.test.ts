import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@adieu/testkit/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';

const KEY = 'adieu_admin_of_the_demo';
let folder: string;
let house: House;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adieu-graphiql-'));
  house = await openHouse({ graphiqlOpening: join(folder, 'graphiql.json') });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The page, as it comes to who asks for it with these headers. */
function page(headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    request(`${house.url}/graphiql`, { headers }, (answer) => resolve(text(answer)))
      .once('error', reject)
      .end();
  });
}

describe('GraphiQL', () => {
  it('runs under a policy that lets nothing in from elsewhere, and no page frame it (Q-7)', async () => {
    const launched = await launchBrowser();
    try {
      const shown = await launched.browser.newPage();
      const refused: string[] = [];
      shown.on('console', (line) => {
        if (/Content Security Policy/i.test(line.text())) refused.push(line.text());
      });
      const answer = await shown.goto(`${house.url}/graphiql`);
      expect(answer!.headers()['content-security-policy']).toMatch(
        /default-src 'none'; script-src 'sha256-[^']+'; .*frame-ancestors 'none'/,
      );
      await shown.getByRole('button', { name: /execute/i }).click();
      await expect
        .poll(() => shown.locator('.graphiql-response').innerText())
        .toContain('UNAUTHENTICATED');
      expect(refused).toEqual([]);
    } finally {
      await launched.close();
    }
  }, 60_000);

  it('shows none of the tabs that the browser kept of another installation at this address, and all of its own', async () => {
    const launched = await launchBrowser();
    try {
      const shown = await launched.browser.newPage();
      const open = async (): Promise<string> => {
        await shown.goto(`${house.url}/graphiql`);
        await shown.getByRole('button', { name: /execute/i }).waitFor();
        await expect.poll(kept).toContain('"tabs"');
        return kept();
      };
      const kept = async (): Promise<string> =>
        shown.evaluate(() => localStorage.getItem('graphiql:tabState') ?? '');
      const keep = (name: string): Promise<void> =>
        shown.evaluate((query) => {
          const none = { variables: null, headers: null, operationName: null, response: null };
          const tabs = [{ id: 'x', hash: null, title: 'x', query, ...none }];
          localStorage.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex: 0 }));
        }, `query ${name} { viewer { name } }`);
      await shown.goto(`${house.url}/healthz`);
      await keep('OfAnother');
      expect(await open()).not.toContain('OfAnother');
      await keep('OfMine');
      expect(await open()).toContain('OfMine');
    } finally {
      await launched.close();
    }
  }, 60_000);

  it('opens without a key, and says where it goes, where no demo was loaded', async () => {
    const shown = await page();
    expect(shown).toContain('put yours below');
    expect(shown).not.toContain('Bearer <API key>"');
  });

  it('opens with the demo’s key and operations, once there are some', async () => {
    const opening = {
      headers: { authorization: `Bearer ${KEY}` },
      query: 'query Gate { viewer { name } }',
      variables: { address: 'a@example.test' },
    };
    await writeFile(join(folder, 'graphiql.json'), JSON.stringify(opening));
    const shown = await page();
    expect(shown).toContain(KEY);
    expect(shown).toContain('query Gate');
    expect(shown).toContain('a@example.test');
  });

  it.each([
    ['through a name that was made to point here', { host: 'evil.example.test' }],
    ['through a proxy', { 'x-forwarded-for': '192.0.2.1' }],
    ['through another proxy', { forwarded: 'for=192.0.2.1' }],
  ])('keeps the key from who comes %s', async (_how, headers) => {
    expect(await page(headers as unknown as Record<string, string>)).not.toContain(KEY);
  });
});
