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
});
