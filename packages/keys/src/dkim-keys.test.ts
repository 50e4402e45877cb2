import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dkimKeysFor, parseDkimKeys } from './dkim-keys.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const ed25519 = generateKeyPairSync('ed25519').privateKey.export(pem).toString();
const rsa = (modulusLength: number): string =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export(pem).toString();
const file = (...entries: object[]): string => JSON.stringify(entries);

describe('a file of DKIM keys', () => {
  it('holds RSA and Ed25519, several for a domain', () => {
    const keys = parseDkimKeys(
      file(
        { domain: 'Example.test', selector: 'a', privateKey: rsa(2048) },
        { domain: 'example.test', selector: 'b', privateKey: ed25519 },
      ),
    );
    expect(keys.map(({ domain, algorithm }) => [domain, algorithm])).toEqual([
      ['example.test', 'rsa-sha256'],
      ['example.test', 'ed25519-sha256'],
    ]);
  });

  it.each([
    ['no JSON', 'secret', 'not a JSON list'],
    ['no list', '{}', 'not a JSON list'],
    [
      'no key',
      file({ domain: 'a.test', selector: 'a', privateKey: 'secret' }),
      '[0].privateKey must be a private key in PEM',
    ],
    [
      'a short key',
      file({ domain: 'a.test', selector: 'a', privateKey: rsa(1024) }),
      'at least 2048 bits',
    ],
    ['no domain', file({ selector: 'a', privateKey: ed25519 }), '[0].domain must be a DNS name'],
    [
      'a domain that would break out of its header',
      file({ domain: 'a.test; d=b', selector: 'a', privateKey: ed25519 }),
      '[0].domain',
    ],
    [
      'a selector with a line break',
      file({ domain: 'a.test', selector: 'a\r\nb', privateKey: ed25519 }),
      '[0].selector',
    ],
  ])('with %s says so and never quotes what it holds', (_what, text, message) => {
    expect(() => parseDkimKeys(text)).toThrow(message);
    expect(() => parseDkimKeys(text)).not.toThrow(/secret|PRIVATE/);
  });

  it('gives the keys of the nearest domain', () => {
    const keys = parseDkimKeys(
      file(
        { domain: 'example.test', selector: 'a', privateKey: ed25519 },
        { domain: 'news.example.test', selector: 'b', privateKey: ed25519 },
      ),
    );
    const selectors = (domain: string): string[] =>
      dkimKeysFor(keys, domain).map(({ selector }) => selector);
    expect(selectors('news.example.test')).toEqual(['b']);
    expect(selectors('a.News.example.test')).toEqual(['b']);
    expect(selectors('shop.example.test')).toEqual(['a']);
    expect(selectors('other.test')).toEqual([]);
    expect(selectors('badexample.test')).toEqual([]);
  });
});
