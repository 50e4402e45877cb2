import { request } from 'node:https';
import { connect } from 'node:net';
import { once } from 'node:events';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

let house: House;
let cert: string;

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }]);
  cert = made.cert;
  house = await openHouse({
    certificate: { cert: Buffer.from(made.cert), key: Buffer.from(made.private) },
  });
});
afterAll(() => house?.close());

/** The status of a POST by https, with the certificate checked. */
function securePost(path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(house.url);
    const asked = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        path,
        method: 'POST',
        ca: cert,
        checkServerIdentity: () => undefined,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('one port', () => {
  it('speaks https, as links in mails must (RFC 8058), and plain http beside it', async () => {
    const [one, two] = await seedMails(house, { count: 2 });
    expect(await securePost(`/u/${one!.token}`, 'List-Unsubscribe=One-Click')).toBe(200);
    const plain = await oneClick(house, two!.token);
    expect(plain.status).toBe(200);
  });

  it('outlives a client that hangs up without a word, and one that talks nonsense', async () => {
    const port = Number(new URL(house.url).port);
    const silent = connect(port, '127.0.0.1');
    silent.resume();
    silent.end();
    await once(silent, 'close');
    const rude = connect(port, '127.0.0.1');
    rude.on('error', () => {});
    rude.resume();
    rude.end(Buffer.from([0x16, 0x03, 0x01, 0xff, 0xff, 0x00]));
    await once(rude, 'close');
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
    // Well under the time that a silent client is waited for: neither of them is kept.
  }, 5_000);
});

describe('pages', () => {
  it('are away when the preference center is, and say so in five languages', async () => {
    const answer = await fetch(`${house.url}/anything`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    const page = await answer.text();
    for (const language of ['en', 'sv', 'de', 'da', 'cs'])
      expect(page).toContain(`lang="${language}"`);
  });
});
