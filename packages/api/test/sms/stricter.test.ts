import { type Seed, seed, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { testGateway } from './test-gateway.ts';

const SWEDEN = '+4670174';
const DENMARK = '+452012';
const AMERICA = '+1415555';

let house: House;
let next = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
});
afterAll(() => house?.close());

interface Request {
  readonly signal: string;
  readonly scope: string;
  readonly hours: number | null;
}

/** What an organisation whose account is of `country` has of a number of somewhere that had its SMS and answers `text`. */
async function answered(
  country: string | null,
  from: string,
  text: string,
  language?: { readonly ofContact: string } | { readonly chosen: string },
): Promise<Request | undefined> {
  next += 1;
  const seeded = await seed(house.test.db, { name: `Organisation ${next}` });
  // One installation has one ring.
  const org: Seed = { ...seeded, ring: house.org.ring };
  await house.test.db.sql.rows('UPDATE account SET country = $2 WHERE id = $1', [
    org.accountId,
    country,
  ]);
  const address = `+4670000${String(next).padStart(4, '0')}`;
  const senderId = await smsSender(house.test.db, org, { kind: 'NUMBER', address });
  const talk = new Talk(house, org, `${from}${String(next).padStart(4, '0')}`);
  await talk.gets(senderId, org.newsletterId);
  if (language !== undefined && 'chosen' in language)
    await house.test.db.sql.rows(
      `INSERT INTO recipient_preference (recipient_id, account_id, language, changed_at)
       SELECT id, $2, $3, now() FROM recipient WHERE organisation_id = $1 AND channel = 'SMS'`,
      [org.organisationId, org.accountId, language.chosen],
    );
  if (language !== undefined && 'ofContact' in language)
    await house.test.db.sql.rows(
      `WITH k AS (INSERT INTO contact (address_book_id, language) VALUES ($2, $3) RETURNING id)
       INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id)
       SELECT k.id, 'SMS', $2, r.id FROM k, recipient r WHERE r.organisation_id = $1 AND r.channel = 'SMS'`,
      [org.organisationId, org.newsletterId, language.ofContact],
    );
  await talk.writes(address, text);
  const [request] = await house.test.db.sql.rows<Request>(
    `SELECT signal, scope_kind AS scope, (extract(epoch FROM deadline - received_at) / 3600)::int AS hours
     FROM opt_out_request WHERE organisation_id = $1`,
    [org.organisationId],
  );
  return request;
}

const CLEAR = { signal: 'CLEAR', scope: 'BOOK', hours: null };

describe('where account and number are of two countries, the stricter law counts', () => {
  it.each([
    ['US', SWEDEN],
    ['SE', AMERICA],
    [null, AMERICA],
  ])(
    'STOP among other words leaves, of an account of %s and a number %s… (SM-3)',
    async (country, number) => {
      expect(await answered(country, number, 'please stop texting me')).toEqual(CLEAR);
    },
  );

  it.each([
    ['US', SWEDEN, 'Revoke'],
    ['US', SWEDEN, 'TD'],
    ['SE', AMERICA, 'Avanmäl'],
    ['CZ', SWEDEN, 'konec'],
    ['FR', SWEDEN, 'ARRET'],
  ])(
    'a keyword of either leaves: of an account of %s and a number %s…, %s (SM-1)',
    async (country, number, word) => {
      expect(await answered(country, number, word)).toEqual(CLEAR);
    },
  );

  it.each([
    [{ ofContact: 'cs' }, 'ODHLÁSIT'],
    [{ ofContact: 'de' }, 'Abmelden'],
    [{ chosen: 'cs' }, 'odhlásit se'],
  ] as const)(
    'a keyword of the language that somebody is written to in leaves, whatever their number and account: of %j, %s (SM-1)',
    async (language, word) => {
      expect(await answered('SE', SWEDEN, word, language)).toEqual(CLEAR);
    },
  );

  it('no keyword begins or agrees to anything by the account’s law alone', async () => {
    expect(await answered('US', SWEDEN, 'subscribe')).toBeUndefined();
    expect(await answered('SE', AMERICA, 'påanmäl')).toBeUndefined();
  });

  it.each([
    ['DK', SWEDEN, 24],
    ['SE', DENMARK, 24],
    [null, DENMARK, 24],
    ['DK', DENMARK, 24],
    ['SE', SWEDEN, 48],
    [null, SWEDEN, 48],
  ])(
    'doubt lasts no longer than either lets it: of an account of %s and a number %s…, %d hours (C6, W-3)',
    async (country, number, hours) => {
      expect(await answered(country, number, 'I don’t want these any more')).toEqual({
        signal: 'UNCLEAR',
        scope: 'BOOK',
        hours,
      });
    },
  );

  it('one word ends all marketing of the account from 31 January 2027 where either is of the US (SM-19)', async () => {
    const before = house.now;
    const scopes: unknown[] = [];
    for (const instant of ['2027-01-31T04:50:00Z', '2027-01-31T05:00:00Z'])
      for (const [country, number] of [
        ['US', SWEDEN],
        ['SE', AMERICA],
        ['SE', SWEDEN],
      ] as const) {
        house.now = new Date(instant);
        scopes.push((await answered(country, number, 'STOP'))?.scope);
      }
    house.now = before;
    expect(scopes).toEqual(['BOOK', 'BOOK', 'BOOK', 'ACCOUNT', 'ACCOUNT', 'BOOK']);
  });
});
