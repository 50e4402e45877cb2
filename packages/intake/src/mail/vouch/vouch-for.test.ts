import { generateKeyPairSync } from 'node:crypto';
import { createSigner } from '@adieu/gateways';
import { parseDkimKeys } from '@adieu/keys';
import { describe, expect, it, vi } from 'vitest';
import type { ResolveDns } from './resolve-dns.ts';
import type { MailToVouchFor } from './mail-to-vouch-for.ts';
import { SlowClients } from './slow-clients.ts';
import { vouchFor } from './vouch-for.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const FROM = 'anna@post.example.test';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
const KEY = `v=DKIM1; k=ed25519; p=${point.toString('base64')}`;

let asked: string[] = [];
const resolve: ResolveDns = async (name, type) => {
  asked.push(`${type} ${name}`);
  const txt: Record<string, string> = {
    'a._domainkey.example.test': KEY,
    'a._domainkey.elsewhere.example': KEY,
    'post.example.test': 'v=spf1 ip4:203.0.113.0/24 ip4:127.0.0.1 -all',
    'elsewhere.example': 'v=spf1 +all',
  };
  if (type !== 'TXT' || txt[name] === undefined)
    throw Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' });
  return [[txt[name]]];
};

const written = (from = FROM, more = ''): Buffer =>
  Buffer.from(
    `${more}From: Anna <${from}>\r\nTo: reply@leave.example.test\r\nSubject: Re: Spring\r\n\r\nSTOPP\r\n`,
  );

async function signed(by: string, from = FROM): Promise<Buffer> {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const keys = [{ domain: by, selector: 'a', privateKey: pem }];
  // Our signer signs all with the key of our own domain: whoever signs here is that.
  return createSigner(
    parseDkimKeys(JSON.stringify(keys)),
    by,
    async () => true,
  )(written(from), now);
}

const vouched = (more: Partial<MailToVouchFor>) => {
  asked = [];
  const envelope = { from: null, origin: null, helo: null };
  const mail = { head: written(), isWhole: true, from: FROM, envelope, trusted: [], ...more };
  return vouchFor(mail, { resolve, now });
};

describe('a signature (DKIM, M-5)', () => {
  it('of the domain of From, or of one above it, vouches for who wrote (M-5)', async () => {
    expect(await vouched({ head: await signed('example.test') })).toBe('DKIM');
  });

  it('of another domain says nothing of From', async () => {
    expect(await vouched({ head: await signed('elsewhere.example') })).toBeNull();
    // Whoever signs for a whole top level.
    expect(await vouched({ head: await signed('test') })).toBeNull();
  });

  it('that a list’s footer has broken is none', async () => {
    const head = Buffer.concat([await signed('example.test'), Buffer.from('-- \r\nThe list\r\n')]);
    expect(await vouched({ head })).toBeNull();
  });

  it('of somebody with two Froms vouches for neither', async () => {
    const head = Buffer.concat([
      Buffer.from('From: eva@post.example.test\r\n'),
      await signed('example.test'),
    ]);
    expect(await vouched({ head, from: 'eva@post.example.test' })).toBeNull();
  });

  it('among a hundred is not looked at: each would be asked about', async () => {
    const one = (await signed('example.test')).toString();
    const line = one.slice(0, one.indexOf('From: Anna'));
    const head = Buffer.from(line.repeat(100) + one);
    expect(await vouched({ head })).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('where it came from (SPF, M-5)', () => {
  const envelope = { from: 'anna@post.example.test', origin: '203.0.113.7', helo: 'mx' };

  it('vouches, where the sender is of the domain of From', async () => {
    expect(await vouched({ envelope })).toBe('SPF');
    expect(await vouched({ envelope: { ...envelope, origin: '198.51.100.1' } })).toBeNull();
  });

  it.each([
    ['whose sender is of another domain', { from: 'x@elsewhere.example' }],
    ['that has no sender', { from: '' }],
    ['that a mail server of ours brought, which brings everybody’s', { origin: null }],
    ['of our own network', { origin: '127.0.0.1' }],
    ['of our own network, as IPv6 writes it', { origin: '::ffff:127.0.0.1' }],
  ])('says nothing of a mail %s', async (_what, more) => {
    expect(await vouched({ envelope: { ...envelope, ...more } })).toBeNull();
  });
});

describe('what a mail server found (Authentication-Results)', () => {
  const says = (by: string, what: string): string =>
    `Authentication-Results: ${by};\r\n ${what}\r\n`;
  const PASS = 'dkim=pass header.d=example.test; dmarc=pass (p=none) header.from=post.example.test';

  it('counts where it is one of ours (M-6)', async () => {
    const head = written(FROM, says('mx.nordlys.example', PASS));
    expect(await vouched({ head, trusted: ['mx.nordlys.example'] })).toBe('TRUSTED_MTA');
    expect(await vouched({ head, trusted: ['mx.other.example'] })).toBeNull();
    expect(await vouched({ head })).toBeNull();
  });

  it('is the topmost of its name: below it anybody may have written another (M-6)', async () => {
    const forged = says('mx.nordlys.example', PASS);
    const head = written(FROM, says('mx.nordlys.example', 'dmarc=fail header.from=x') + forged);
    expect(await vouched({ head, trusted: ['mx.nordlys.example'] })).toBeNull();
  });

  it.each([
    'dkim=pass header.d=elsewhere.example',
    'dkim=fail header.d=example.test',
    'spf=pass smtp.mailfrom=x@elsewhere.example',
    'none',
  ])('that says %s vouches for nobody of another domain', async (what) => {
    const head = written(FROM, says('mx.nordlys.example', what));
    expect(await vouched({ head, trusted: ['mx.nordlys.example'] })).toBeNull();
  });
});

it('that nothing can be asked about is vouched for by nothing, and no fault', async () => {
  const away: ResolveDns = async () => {
    throw Object.assign(new Error('no name server'), { code: 'ETIMEOUT' });
  };
  const envelope = { from: FROM, origin: '203.0.113.7', helo: null };
  const mail = {
    head: await signed('example.test'),
    isWhole: true,
    from: FROM,
    envelope,
    trusted: [],
  };
  expect(await vouchFor(mail, { resolve: away, now })).toBeNull();
});

it('that name servers say nothing about is vouched for by nothing, after a while; whoever sent it waits for nothing again', async () => {
  vi.useFakeTimers();
  try {
    const envelope = { from: FROM, origin: '203.0.113.7', helo: null };
    const head = await signed('example.test');
    const mail = { head, isWhole: true, from: FROM, envelope, trusted: [] };
    const slow = new SlowClients();
    const silent = vi.fn<ResolveDns>(() => new Promise(() => {}));
    const asking = vouchFor(mail, { resolve: silent, now, slow });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await asking).toBeNull();
    const before = silent.mock.calls.length;
    expect(await vouchFor(mail, { resolve: silent, now, slow })).toBeNull();
    expect(silent.mock.calls).toHaveLength(before);
  } finally {
    vi.useRealTimers();
  }
});
