import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyRing, serialiseKeyRing } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';
import { readMailInEnvironment } from './mail-in/environment.ts';

describe("the api's environment", () => {
  it('names everything that is wrong in one error, and quotes no value', () => {
    const read = (): unknown =>
      readEnvironment({
        DATABASE_URL: 'mysql://me:secret@host/x',
        KEYS_FILE: '/nowhere/keys.json',
        API_PORT: '70000',
        GRAPHIQL: 'yes',
        TLS_CERT_FILE: '/nowhere/cert.pem',
      });
    expect(read).toThrow('DATABASE_URL: must be a postgresql:// URL');
    expect(read).toThrow('API_PORT: must be a port');
    expect(read).toThrow('GRAPHIQL: must be on or off');
    expect(read).toThrow('KEYS_FILE: ');
    expect(read).not.toThrow('secret');
  });

  it('refuses a public address with a path, and a mail domain that is none', () => {
    const env = { DATABASE_URL: 'postgresql://host/x', KEYS_FILE: '/k' };
    const given = { PUBLIC_URL: 'https://www.example.com/adieu', MAIL_DOMAIN: 'leave@example.com' };
    for (const read of [readEnvironment, readMailInEnvironment])
      expect(() => read({ ...env, ...given })).toThrow('MAIL_DOMAIN: must be a domain alone');
    expect(() => readEnvironment({ ...env, ...given })).toThrow(
      /PUBLIC_URL: must be an origin alone.*a host of their own/,
    );
  });

  it('asks for both halves of a certificate', () => {
    const env = {
      DATABASE_URL: 'postgresql://host/x',
      KEYS_FILE: '/k',
      PAGES_SECRET_FILE: '/p',
      TLS_CERT_FILE: '/c',
    };
    expect(() => readEnvironment(env)).toThrow(
      'TLS_CERT_FILE: and TLS_KEY_FILE: set both or neither',
    );
  });

  it('tells which senders a gateway carries: those of its file, and none without one (SM-15)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'adieu-environment-'));
    const put = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    const gateway = {
      name: 'elks',
      kind: '46elks',
      senders: ['+46766861004', 'ACME'],
      username: 'u',
      password: 'p',
      callback: { username: 'adieu', password: '0123456789abcdef0123456789abcdef' },
    };
    const given = {
      DATABASE_URL: 'postgresql://host/x',
      KEYS_FILE: put('keys.json', serialiseKeyRing(createKeyRing())),
      PAGES_SECRET_FILE: put('pages', 'x'.repeat(43)),
      PUBLIC_URL: 'https://adieu.example.com',
      MAIL_DOMAIN: 'mail.example.com',
    };
    const carried = (more: object): boolean[] => {
      const { installation } = readEnvironment({ ...given, ...more });
      return ['+46766861004', 'Acme', '72080'].map((sender) => installation.carriesSms(sender));
    };
    try {
      const file = put('gateways.json', JSON.stringify([gateway]));
      expect(carried({ SMS_GATEWAYS_FILE: file })).toEqual([true, true, false]);
      expect(carried({})).toEqual([false, false, false]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
