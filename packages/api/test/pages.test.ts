import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';

let house: House;
let pages: Server;

beforeAll(async () => {
  pages = createServer((_request, response) => response.end('a page'));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const { port } = pages.address() as AddressInfo;
  house = await openHouse({ preferenceCenterUrl: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await house?.close();
  pages.close();
});

describe('a page of the preference center behind the public origin', () => {
  it.each(['u', 'p', 'o', 'd', 'review'])(
    'leaves the token of /%s/<token> out of the log, at the finest level too (O-13)',
    async (page) => {
      const token = `secret-of-${page}-${'x'.repeat(48)}`;
      const shown = await fetch(`${house.url}/${page}/${token}?from=${token}`);
      expect(await shown.text()).toBe('a page');
      expect(house.log()).toContain('answered');
      expect(house.log()).not.toContain('secret-of');
    },
  );

  it.each([
    { upgrade: 'h2c', connection: 'upgrade, http2-settings', 'http2-settings': 'AAMAAABk' },
    { upgrade: 'https, http' },
    { expect: '100-continue' },
    { te: 'trailers, deflate;q=0.5' },
    { 'keep-alive': 'timeout=x' },
  ])('is shown whatever is asked of the connection: %j', async (headers) => {
    const asked = get(`${house.url}/p/x`, { headers, agent: false });
    const [shown] = (await once(asked, 'response')) as [IncomingMessage];
    expect([shown.statusCode, await text(shown)]).toEqual([200, 'a page']);
  });

  it('leaves it out where the page does not answer, too (O-13)', async () => {
    const away = await openHouse({ preferenceCenterUrl: 'http://127.0.0.1:1' });
    try {
      const shown = await fetch(`${away.url}/review/secret-of-nobody`);
      expect(shown.status).toBe(503);
      expect(away.log()).toContain('the preference center does not answer');
      expect(away.log()).not.toContain('secret-of');
    } finally {
      await away.close();
    }
  });
});
