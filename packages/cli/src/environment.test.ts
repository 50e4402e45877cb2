import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';
import { VARIABLES } from './variables.ts';

describe('the environment', () => {
  it('tells all that is wrong at once, and quotes no value', () => {
    const env = {
      DATABASE_URL: 'mysql://me:secret@host/x',
      API_PORT: '70000',
      LOG_LEVEL: 'loud',
      SEND_RATE: '50',
      SEND_RATE_BY_DOMAIN: 'gmail.com=50',
      SMTP_URL: 'smtp://a.example http://me:secret@b.example',
      TLS_CERT_FILE: '/nowhere.pem',
    };
    const read = (): unknown => readEnvironment(env);
    expect(read).toThrow(
      'DATABASE_URL: must be a URL that begins with postgresql:// or postgres://',
    );
    expect(read).toThrow('SMTP_URL: must be a URL that begins with smtp:// or smtps://');
    expect(read).toThrow('SEND_RATE: must be a rate such as 50/s, 600/min or 1000/h');
    expect(read).toThrow('SEND_RATE_BY_DOMAIN: must be rates by domain, such as gmail.com=20/s');
    expect(read).toThrow('API_PORT: must be 65535 or less');
    expect(read).toThrow(/LOG_LEVEL: must be one of .*"info"/);
    expect(read).toThrow('TLS_CERT_FILE and TLS_KEY_FILE: set both or neither');
    expect(read).not.toThrow(/secret|loud|70000/);
  });

  it('refuses a public address with a path before anything starts, and gives the others in their normal form', () => {
    expect(() => readEnvironment({ PUBLIC_URL: 'https://www.example.com/adieu' })).toThrow(
      /PUBLIC_URL: must be an origin alone.*a host of their own/,
    );
    const given = { PUBLIC_URL: 'https://Leave.example.com/', MAIL_DOMAIN: 'Leave.Example.com' };
    const [origin, domain] = ['https://leave.example.com', 'leave.example.com'];
    expect(readEnvironment(given)).toEqual({ PUBLIC_URL: origin, MAIL_DOMAIN: domain });
  });

  it('takes a .env file beneath the variables that are set, and knows misspelt names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'adieu-env-')), '.env');
    writeFileSync(file, 'API_PORT=4001\nMAIL_IN_PORT=2526\nLOG_LEVEL=\n');
    expect(readEnvironment({ API_PORT: '4002' }, file)).toEqual({
      API_PORT: '4002',
      MAIL_IN_PORT: '2526',
    });
    writeFileSync(file, 'DATABASEURL=x\n');
    expect(() => readEnvironment({}, file)).toThrow(
      'DATABASEURL in .env: there is no such variable; did you mean DATABASE_URL?',
    );
  });

  it('has good defaults only', () => {
    const defaults = Object.entries(VARIABLES).map(([name, { fallback }]) => [name, fallback]);
    expect(() => readEnvironment(Object.fromEntries(defaults))).not.toThrow();
  });
});

describe('.env.example', () => {
  it('lists every variable with its default and what it is for, and no other', () => {
    const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const expected = Object.entries(VARIABLES).map(
      ([name, { fallback, about }]) => `# ${about}.\n#${name}=${fallback}\n`,
    );
    expect(
      text
        .split('\n\n')
        .slice(1)
        .map((part) => `${part.trimEnd()}\n`),
    ).toEqual(expected);
  });
});
