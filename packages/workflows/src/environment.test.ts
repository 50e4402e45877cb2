import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyRing, serialiseKeyRing } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const keys = join(mkdtempSync(join(tmpdir(), 'adieu-')), 'keys.json');
writeFileSync(keys, serialiseKeyRing(createKeyRing()));

describe("the worker's environment", () => {
  it('has defaults for all but the database and the keys', () => {
    expect(
      readEnvironment({
        DATABASE_URL: 'postgresql://localhost/adieu',
        KEYS_FILE: keys,
        PUBLIC_URL: '',
      }),
    ).toMatchObject({
      PUBLIC_URL: 'https://localhost:4000',
      SMTP_POOL_SIZE: 20,
    });
  });

  it('takes several mail servers in order, and quotes none that is wrong', () => {
    const read = (SMTP_URL: string) =>
      readEnvironment({ DATABASE_URL: 'postgresql://localhost/adieu', KEYS_FILE: keys, SMTP_URL });
    const [one, two] = ['smtp://me:s3cret@a.example:587', 'smtps://b.example'];
    expect(read(one).SMTP_URL).toEqual([one]);
    expect(read(` ${one}  ${two} `).SMTP_URL).toEqual([one, two]);
    expect(() => read(`${two} http://me:s3cret@a.example`)).toThrow(/SMTP_URL\.1: must be smtp/);
    expect(() => read(`${two} http://me:s3cret@a.example`)).not.toThrow(/s3cret/);
  });

  it('reads rates as the domain does, and none where none are set', () => {
    const read = (more: NodeJS.ProcessEnv) =>
      readEnvironment({ DATABASE_URL: 'postgresql://localhost/adieu', KEYS_FILE: keys, ...more });
    expect(read({ SEND_RATE: '' })).toMatchObject({ SEND_RATE: null, SEND_RATE_BY_DOMAIN: [] });
    const rates = { SEND_RATE: '600/min', SEND_RATE_BY_DOMAIN: 'gmail.com=20/s' };
    expect(read(rates)).toMatchObject({
      SEND_RATE: 10,
      SEND_RATE_BY_DOMAIN: [{ names: ['gmail.com'], perSecond: 20 }],
    });
    expect(() => read({ SEND_RATE: '50', SEND_RATE_BY_DOMAIN: 'gmail.com=50' })).toThrow(
      /SEND_RATE: must be a rate such as[\s\S]*SEND_RATE_BY_DOMAIN: must be rates by domain/,
    );
  });

  it('refuses a public address with a path, as every process does, and says what to do', () => {
    const read = (more: NodeJS.ProcessEnv) =>
      readEnvironment({ DATABASE_URL: 'postgresql://localhost/adieu', KEYS_FILE: keys, ...more });
    expect(() => read({ PUBLIC_URL: 'https://www.example.com/adieu' })).toThrow(
      /PUBLIC_URL: must be an origin alone.*a host of their own/,
    );
    const given = { PUBLIC_URL: 'https://Leave.example.com/', MAIL_DOMAIN: 'Leave.Example.com' };
    const [origin, domain] = ['https://leave.example.com', 'leave.example.com'];
    expect(read(given)).toMatchObject({ PUBLIC_URL: origin, MAIL_DOMAIN: domain });
  });

  it('names everything that is wrong at once', () => {
    const wrong = {
      DATABASE_URL: 'mysql://x',
      PUBLIC_URL: 'http://x',
      SMTP_POOL_SIZE: 'many',
      KEYS_FILE: '/nowhere',
      DKIM_KEYS_FILE: keys,
    };
    expect(() => readEnvironment(wrong)).toThrow(
      /DATABASE_URL[\s\S]*SMTP_POOL_SIZE[\s\S]*PUBLIC_URL[\s\S]*KEYS_FILE[\s\S]*DKIM_KEYS_FILE: DKIM keys file: not a JSON list/,
    );
  });
});
