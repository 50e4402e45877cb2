import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type DkimKey, parseDkimKeys } from '@adieu/keys';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { describe, expect, it } from 'vitest';
import { createSigner } from './create-signer.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed: generateKeyPairSync('ed25519'),
};
const published = new Map<string, string>();
const now = new Date('2026-05-04T08:00:00Z');

function keyOf(domain: string, selector: 'rsa' | 'ed'): DkimKey {
  const { privateKey, publicKey } = pairs[selector];
  published.set(`${selector}._domainkey.${domain}`, recordOf(publicKey));
  const entry = { domain, selector, privateKey: privateKey.export(pem).toString() };
  return parseDkimKeys(JSON.stringify([entry]))[0]!;
}

function recordOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  // Ed25519 is published as its 32 bytes alone (RFC 8463 4.2).
  return key.asymmetricKeyType === 'rsa'
    ? `v=DKIM1; k=rsa; p=${der.toString('base64')}`
    : `v=DKIM1; k=ed25519; p=${der.subarray(-32).toString('base64')}`;
}

const resolver = async (name: string, type: string): Promise<string[][]> => {
  const record = published.get(name);
  if (type !== 'TXT' || record === undefined)
    throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
  return [[record]];
};

const HEAD = [
  'From: =?UTF-8?Q?K=C3=B8b?= <news@nordlys.test>',
  'To: anna@example.test',
  'Subject: One',
  ' two  three',
  'Date: Mon, 04 May 2026 08:00:00 +0000',
  'Message-ID: <1@leave.test>',
  'List-Unsubscribe: <https://leave.test/u/x>,',
  ' <mailto:leave+x@leave.test>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'List-Id: News <book-1.leave.test>',
  'Feedback-ID: c:a:marketing:adieu',
  'CFBL-Address: complaints@leave.test; report=arf',
  'CFBL-Feedback-ID: abc',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
];
const mail = (body: string, head = HEAD): Buffer => Buffer.from([...head, '', body].join('\r\n'));

interface Result {
  readonly domain: string;
  readonly selector: string;
  readonly result: string;
  readonly aligned: boolean;
}
async function verify(raw: Buffer): Promise<Result[]> {
  const { results } = await dkimVerify(raw, { resolver, curTime: now });
  return results.map((each) => ({
    domain: each.signingDomain ?? '',
    selector: each.selector ?? '',
    result: each.status.result,
    aligned: Boolean(each.status.aligned),
  }));
}

describe('a key signs for its owner alone (H-5)', () => {
  const key = keyOf('nordlys.test', 'ed');
  const signatures = async (from: string, owned: boolean) =>
    (await createSigner([key], 'leave.test', async () => owned)(mail('x', [`From: ${from}`]), now))
      .toString('latin1')
      .split('DKIM-Signature:').length - 1;

  it('signs its own domain, and a part of it that is the same organisation’s', async () => {
    expect(await signatures('a@nordlys.test', false)).toBe(1);
    expect(await signatures('a@news.nordlys.test', true)).toBe(1);
  });

  it('does not sign a part of its domain that is another organisation’s', async () => {
    expect(await signatures('a@news.nordlys.test', false)).toBe(0);
    expect(await signatures('A <a@NEWS.Nordlys.test>', false)).toBe(0);
  });
});

describe('a signature (H-4, H-5, H-13)', () => {
  const keys = [
    keyOf('nordlys.test', 'rsa'),
    keyOf('nordlys.test', 'ed'),
    keyOf('leave.test', 'ed'),
  ];
  const sign = createSigner(keys, 'leave.test', async () => true);

  it.each([
    ['a plain body', 'Hello\r\n'],
    ['no body', ''],
    ['empty lines alone', '\r\n\r\n\r\n'],
    ['trailing spaces and lines', 'a  \t b \r\n\r\n c\t\r\n\r\n\r\n'],
    ['no last line break', 'Hello'],
    ['a trailing space', 'Hello '],
    ['UTF-8', 'Žluťoučký kůň 🌱\r\n'],
    ['40 kB', 'long line '.repeat(4_000)],
  ])('of each key verifies by another’s verifier: %s', async (_what, body) => {
    const ok = (domain: string, selector: string, aligned: boolean): Result => ({
      domain,
      selector,
      result: 'pass',
      aligned,
    });
    expect(await verify(await sign(mail(body), now))).toEqual([
      ok('nordlys.test', 'rsa', true),
      ok('nordlys.test', 'ed', true),
      ok('leave.test', 'ed', false),
    ]);
  });

  it('covers what a client acts on', async () => {
    const raw = (await sign(mail('x'), now)).toString();
    const names = /h=([\s\S]*?);/.exec(raw)![1]!.replace(/\s/g, '').split(':');
    const covered =
      'From To Subject Date Message-ID List-Unsubscribe List-Unsubscribe-Post List-Id Feedback-ID CFBL-Address CFBL-Feedback-ID MIME-Version Content-Type'.split(
        ' ',
      );
    for (const name of covered) expect(names.filter((each) => each === name)).toHaveLength(2);
    for (const line of raw.split('\r\n').slice(0, -1)) expect(line.length).toBeLessThanOrEqual(78);
  });

  it.each([
    ['another List-Unsubscribe', 'List-Unsubscribe: <https://evil.example.test/>'],
    ['another From', 'From: evil@evil.example.test'],
    ['another Subject', 'Subject: Buy'],
    ['a Reply-To', 'Reply-To: evil@evil.example.test'],
    ['a Cc', 'Cc: evil@evil.example.test'],
  ])('breaks where %s is added on the way', async (_what, line) => {
    const raw = (await sign(mail('x'), now)).toString();
    for (const added of [`${line}\r\n${raw}`, raw.replace('\r\n\r\nx', `\r\n${line}\r\n\r\nx`)]) {
      const results = await verify(Buffer.from(added));
      expect(results.map(({ result }) => result)).not.toContain('pass');
    }
  });

  it('breaks where a field or the body is changed, and survives another fold', async () => {
    const raw = (await sign(mail('Hello'), now)).toString();
    const results = async (changed: string): Promise<string[]> =>
      (await verify(Buffer.from(changed))).map(({ result }) => result);
    expect(
      await results(raw.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=No')),
    ).not.toContain('pass');
    expect(await results(`${raw}!`)).not.toContain('pass');
    expect(
      await results(raw.replace('Subject: One\r\n two  three', 'Subject: One two\r\n three')),
    ).toEqual(['pass', 'pass', 'pass']);
  });

  it('is left to the mail server where there is no key', async () => {
    const other = HEAD.map((line) => line.replace('nordlys.test', 'other.test'));
    expect(await verify(await sign(mail('x', other), now))).toEqual([
      { domain: 'leave.test', selector: 'ed', result: 'pass', aligned: false },
    ]);
    const unsigned = mail('x');
    expect(await createSigner([], 'leave.test', async () => true)(unsigned, now)).toBe(unsigned);
  });
});
