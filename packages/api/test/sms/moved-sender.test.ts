import { type Seed, seed, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { says, testGateway } from './test-gateway.ts';

let house: House;
let before: Seed;
let owner: Seed;
let nextPerson = 100;
let person: string;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  before = house.org;
  owner = await seed(house.test.db, { name: 'Owner' });
});
afterAll(() => house?.close());
beforeEach(() => {
  nextPerson += 1;
  person = `+4670176${String(nextPerson).padStart(4, '0')}`;
});

/** Whose these are, by the name that the tests have for each. */
async function named(query: string, values: unknown[]): Promise<string[]> {
  const rows = await house.test.db.sql.rows<{ id: string | null; what: string }>(query, values);
  const name = (id: string | null) =>
    id === owner.organisationId ? 'owner' : id === before.organisationId ? 'before' : 'nobody';
  return rows.map(({ id, what }) => `${name(id)} ${what}`).toSorted((a, b) => a.localeCompare(b));
}

const listed = () =>
  named(
    'SELECT organisation_id AS id, outcome AS what FROM inbound_message WHERE from_address = $1',
    [person],
  );
const evidence = () =>
  named(
    `SELECT e.organisation_id AS id, coalesce(e.detail ->> 'note', 'no note') AS what FROM opt_out_evidence e
     JOIN opt_out_request q ON q.id = e.request_id JOIN recipient r ON r.id = q.recipient_id WHERE r.address = $1`,
    [person],
  );
const left = () =>
  named(
    `SELECT q.organisation_id AS id, q.signal || ' ' || q.scope_kind AS what FROM opt_out_request q
     JOIN recipient r ON r.id = q.recipient_id WHERE r.address = $1`,
    [person],
  );

describe.each([
  ['number', { kind: 'NUMBER', address: '+46700000022' }],
  ['short code', { kind: 'SHORT_CODE', address: '72044' }],
] as const)('a %s that was another organisation’s', (_what, sender) => {
  const writes = (text: string) => says(house.url, { from: person, to: sender.address, text });
  beforeAll(async () => {
    await smsSender(house.test.db, before, sender);
    await smsSender(house.test.db, owner, sender);
  });

  it('answers HELP in its owner’s name (SM-11)', async () => {
    await writes('HELP');
    expect(await listed()).toEqual(['owner ANSWER']);
    expect(
      await named(
        `SELECT s.organisation_id AS id, s.kind AS what FROM system_sms s JOIN inbound_message i ON i.id = s.about
         WHERE i.from_address = $1`,
        [person],
      ),
    ).toEqual(['owner HELP']);
  });

  it('is left by STOP at both, for nobody knows whom it answers (A3, SM-5)', async () => {
    await writes('STOPP');
    expect(await listed()).toEqual(['owner OPT_OUT']);
    expect(await left()).toEqual(['before CLEAR ACCOUNT', 'owner CLEAR ACCOUNT']);
  });

  it('pauses both by words of their own, which the owner alone reads (SM-3)', async () => {
    const text = 'please STOP now, Anna Andersson, Storgatan 5';
    await writes(text);
    expect(await listed()).toEqual(['owner PAUSE']);
    expect(await left()).toEqual(['before UNCLEAR ACCOUNT', 'owner UNCLEAR ACCOUNT']);
    expect(await evidence()).toEqual(['before no note', `owner ${text}`]);
  });
});

it('what is nobody’s any more shows neither of who had it what is written to it', async () => {
  const sender = { kind: 'NUMBER', address: '+46700000023' } as const;
  await smsSender(house.test.db, before, sender);
  await smsSender(house.test.db, owner, sender);
  await house.test.db.sql.rows('DELETE FROM sms_sender_owner WHERE address = $1', [sender.address]);
  await says(house.url, { from: person, to: sender.address, text: 'please STOP now, Anna' });
  expect(await listed()).toEqual(['nobody PAUSE']);
  expect(await evidence()).toEqual(['before no note', 'owner no note']);
});

it('what was given to another organisation that has not sent from there yet is not read by who had it (SM-5, Q-8)', async () => {
  const sender = { kind: 'NUMBER', address: '+46700000024' } as const;
  await smsSender(house.test.db, before, sender);
  await house.test.db.sql.rows(
    'UPDATE sms_sender_owner SET organisation_id = $2 WHERE address = $1',
    [sender.address, owner.organisationId],
  );
  const writes = (text: string) => says(house.url, { from: person, to: sender.address, text });
  await writes('Hej, det är Anna Andersson');
  expect(await listed()).toEqual(['nobody NOTHING']);
  await writes('please STOP now, Anna');
  expect(await listed()).toEqual(['nobody NOTHING', 'nobody PAUSE']);
  expect(await evidence()).toEqual(['before no note']);
  await writes('HELP');
  expect(await listed()).toEqual(['nobody NOTHING', 'nobody NOTHING', 'nobody PAUSE']);
  await smsSender(house.test.db, owner, sender);
  await writes('Hej igen, det är Anna');
  expect(await listed()).toContain('owner NOTHING');
});

it('a short code that was another organisation’s is its owner’s, who reads what is written to it (SM-5, Q-8)', async () => {
  const sender = { kind: 'SHORT_CODE', address: '72045' } as const;
  await smsSender(house.test.db, before, sender);
  await smsSender(house.test.db, owner, sender);
  await says(house.url, { from: person, to: sender.address, text: 'Hej, vad kostar det?' });
  expect(await listed()).toEqual(['owner NOTHING']);
});
