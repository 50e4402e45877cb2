import { type Seed, seed, sentSms, smsSender } from '@adieu/testkit';
import { createAddressBook } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { readDueSms } from '@adieu/intake';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { brings, says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000001';
const CODE = '72080';
let house: House;
let nextPerson = 0;
let person: string;

beforeAll(async () => {
  house = await openHouse({
    smsIngresses: { ingressOf: (name) => (name === 'test' ? testGateway : null) },
  });
});
afterAll(() => house?.close());
beforeEach(() => {
  nextPerson += 1;
  person = `+4670174${String(nextPerson).padStart(4, '0')}`;
});

let nextBook = 0;
async function bookOf(org: Seed, purpose: 'MARKETING' | 'SERVICE' = 'MARKETING'): Promise<string> {
  nextBook += 1;
  const { accountId } = org;
  const name = `Book ${nextBook}`;
  const made = await createAddressBook(house.test.db.sql, {
    accountId,
    name,
    purpose,
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  return made.addressBookId;
}

const numbers = new Map<string, Promise<string>>();
function numberOf(org: Seed, address = NUMBER): Promise<string> {
  const key = `${org.accountId} ${address}`;
  if (!numbers.has(key))
    numbers.set(key, smsSender(house.test.db, org, { kind: 'NUMBER', address }));
  return numbers.get(key)!;
}

async function sends(org: Seed, addressBookId: string, senderId: string, minutesAgo: number) {
  const at = new Date(house.now.getTime() - minutesAgo * 60_000);
  return sentSms(house.test.db, org, { senderId, addressBookId, to: person, at });
}

interface MayContact {
  readonly allowed: boolean;
  readonly because: string;
  readonly request: { method: string; signal: string; state: string } | null;
}

async function mayContact(org: Seed, addressBookId: string): Promise<MayContact> {
  const { data, errors } = await house.ask<{ mayContact: MayContact }>(
    `query ($input: MayContactInput!) {
       mayContact(input: $input) { allowed because request { method signal state } }
     }`,
    { input: { address: person, channel: 'SMS', addressBookId: publicId('book', addressBookId) } },
    org.adminKey,
  );
  expect(errors).toBeUndefined();
  return data.mayContact;
}

const OUT = {
  allowed: false,
  because: 'OPTED_OUT',
  request: { method: 'SMS_KEYWORD', signal: 'CLEAR', state: 'CONFIRMED' },
};

describe('STOPP by SMS', () => {
  it('leaves the book of the latest message that this sender sent to that number, and no other (A3, SM-5)', async () => {
    const senderId = await numberOf(house.org);
    const [old, latest] = [await bookOf(house.org), await bookOf(house.org)];
    await sends(house.org, old, senderId, 20);
    await sends(house.org, latest, senderId, 10);
    expect(await says(house.url, { from: person, to: NUMBER, text: 'Stopp!' })).toBe(204);
    expect(await mayContact(house.org, latest)).toEqual(OUT);
    expect(await mayContact(house.org, old)).toMatchObject({ allowed: true });
  });

  it('is of the sender that it came to: what another one sent later is not meant (SM-5)', async () => {
    const [one, other] = [await numberOf(house.org), await numberOf(house.org, '+46700000002')];
    const [of, ofOther] = [await bookOf(house.org), await bookOf(house.org)];
    await sends(house.org, of, one, 20);
    await sends(house.org, ofOther, other, 10);
    await says(house.url, { from: person, to: NUMBER, text: 'STOPP' });
    expect(await mayContact(house.org, of)).toEqual(OUT);
    expect(await mayContact(house.org, ofOther)).toMatchObject({ allowed: true });
  });

  it('of somebody who was never written to from there leaves all marketing of the account (A3)', async () => {
    const org = await seed(house.test.db, { name: 'Never wrote' });
    await numberOf(org, '+46700000003');
    await says(house.url, { from: person, to: '+46700000003', text: 'stop' });
    expect(await brings(house.url, 'x', 'y')).toBe(401);
    const [row] = await house.test.db.sql.rows<{ kind: string; id: string }>(
      `SELECT scope_kind AS kind, scope_id AS id FROM opt_out_request WHERE organisation_id = $1`,
      [org.organisationId],
    );
    expect(row).toEqual({ kind: 'ACCOUNT', id: org.accountId });
  });

  it('with a codeword leaves the codeword’s book; without one it is the latest’s, and a block of the short code (A3, A8, SM-5)', async () => {
    const org = house.org;
    const [fish, fowl] = [await bookOf(org), await bookOf(org)];
    const ofFish = await smsSender(house.test.db, org, {
      kind: 'SHORT_CODE',
      address: CODE,
      keyword: 'FISK',
      addressBookId: fish,
    });
    const ofFowl = await smsSender(house.test.db, org, {
      kind: 'SHORT_CODE',
      address: CODE,
      keyword: 'GÅS',
      addressBookId: fowl,
    });
    const fromFish = await sends(org, fish, ofFish, 20);
    await sends(org, fowl, ofFowl, 10);
    await says(house.url, { from: person, to: CODE, text: 'fisk stopp' });
    expect(await mayContact(org, fish)).toEqual(OUT);
    // Credited to the campaign that it answers, though another book's message came since.
    expect(await countOf(house, 'opt_out_request', `message_id = '${fromFish.messageId}'`)).toBe(1);
    expect(await mayContact(org, fowl)).toMatchObject({ allowed: true });
    await says(house.url, { from: person, to: CODE, text: 'STOPP' });
    expect(await mayContact(org, fowl)).toEqual(OUT);
    const third = await bookOf(org);
    await smsSender(house.test.db, org, {
      kind: 'SHORT_CODE',
      address: CODE,
      keyword: 'ÄLG',
      addressBookId: third,
    });
    expect(await mayContact(org, third)).toMatchObject({
      allowed: false,
      because: 'SENDER_BLOCKED',
    });
    expect(await countOf(house, 'platform_block', `address_book_id = '${fowl}'`)).toBe(1);
  });

  it('among other words pauses, and an admin decides who sees what was written (SM-3)', async () => {
    const senderId = await numberOf(house.org);
    const book = await bookOf(house.org);
    await sends(house.org, book, senderId, 10);
    await says(house.url, { from: person, to: NUMBER, text: 'please STOP now' });
    expect(await mayContact(house.org, book)).toMatchObject({
      allowed: false,
      because: 'PAUSED',
      request: { signal: 'UNCLEAR', state: 'PENDING' },
    });
    expect(await countOf(house, 'opt_out_evidence', `detail ->> 'note' = 'please STOP now'`)).toBe(
      1,
    );
  });

  it('that the gateway saw and we did not pauses too: its reading is no verdict (SM-2)', async () => {
    const senderId = await numberOf(house.org);
    const book = await bookOf(house.org);
    await sends(house.org, book, senderId, 10);
    await says(house.url, { from: person, to: NUMBER, text: 'hmm', hint: 'STOP' });
    expect(await mayContact(house.org, book)).toMatchObject({ because: 'PAUSED' });
  });
});

describe('what a gateway brings', () => {
  it('is taken once, however often and in whatever crowd it comes (SM-20)', async () => {
    const senderId = await numberOf(house.org);
    const book = await bookOf(house.org);
    await sends(house.org, book, senderId, 10);
    const same = { from: person, to: NUMBER, text: 'STOPP', gatewayId: `again ${person}` };
    const answers = await Promise.all(Array.from({ length: 20 }, () => says(house.url, same)));
    expect(new Set(answers)).toEqual(new Set([204]));
    expect(await countOf(house, 'inbound_message', `provider_id = 'again ${person}'`)).toBe(1);
  });

  it('a thousand times from one number is one request (SM-20)', async () => {
    const senderId = await numberOf(house.org);
    const book = await bookOf(house.org);
    const { recipientId } = await sends(house.org, book, senderId, 10);
    // Of one client the api takes 400 connections.
    for (const _ of [1, 2, 3, 4])
      await Promise.all(
        Array.from({ length: 250 }, () =>
          says(house.url, { from: person, to: NUMBER, text: 'STOPP' }),
        ),
      );
    expect(await countOf(house, 'opt_out_request', `recipient_id = '${recipientId}'`)).toBe(1);
    expect(
      await countOf(
        house,
        'inbound_message',
        `state = 'UNDERSTOOD' AND request_id IN (SELECT id FROM opt_out_request WHERE recipient_id = '${recipientId}')`,
      ),
    ).toBe(1000);
  }, 180_000);

  it('in parts is read when the last one came, in whatever order and at once (A2)', async () => {
    const senderId = await numberOf(house.org);
    const book = await bookOf(house.org);
    await sends(house.org, book, senderId, 10);
    const part = (number: number) => ({ ref: `r${nextPerson}`, number, of: 3 });
    const texts = ['ST', 'O', 'PP'];
    await Promise.all(
      [3, 1, 2].map((n) =>
        says(house.url, { from: person, to: NUMBER, text: texts[n - 1]!, part: part(n) }),
      ),
    );
    expect(await mayContact(house.org, book)).toEqual(OUT);
    expect(
      await countOf(house, 'inbound_message', `text = 'STOPP' AND part_ref = 'r${nextPerson}'`),
    ).toBe(1);
  });

  it('without proof of its origin is not even read (SM-20)', async () => {
    const before = await countOf(house, 'inbound_message');
    const event = {
      kind: 'received',
      gatewayId: 'x',
      from: person,
      to: NUMBER,
      text: 'STOPP',
      at: null,
      part: null,
      hint: null,
    };
    expect(await brings(house.url, event, 'wrong')).toBe(401);
    expect((await fetch(`${house.url}/sms/nobody`, { method: 'POST', body: '{}' })).status).toBe(
      404,
    );
    expect(await countOf(house, 'inbound_message')).toBe(before);
  });

  it('to a number that nobody sends from waits for an operator', async () => {
    expect(await says(house.url, { from: person, to: '+46700009999', text: 'STOPP' })).toBe(204);
    expect(
      await countOf(
        house,
        'inbound_message',
        `state = 'PARKED' AND parked_because = 'NO_SENDER' AND to_address = '+46700009999'`,
      ),
    ).toBe(1);
  });

  it('that no database keeps (NUL, half a character) is a wish all the same (SM-2)', async () => {
    const senderId = await numberOf(house.org);
    const book = await bookOf(house.org);
    await sends(house.org, book, senderId, 10);
    expect(await says(house.url, { from: person, to: NUMBER, text: 'STOPP \0 \ud800' })).toBe(204);
    expect(await mayContact(house.org, book)).toMatchObject({ allowed: false });
  });

  it('larger than 64 kB is refused', async () => {
    expect(await says(house.url, { from: person, to: NUMBER, text: 'x'.repeat(70_000) })).toBe(413);
  });
});

interface Shown {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly state: string;
  readonly why: readonly string[];
}

describe('what waits', () => {
  const FIELDS = 'nodes { id from text state outcome parkedBecause to why }';
  const ask = async (field: string, key: string): Promise<Shown[]> => {
    const { data, errors } = await house.ask<Record<string, { nodes: Shown[] }>>(
      `{ ${field}(first: 100) { ${FIELDS} } }`,
      {},
      key,
    );
    expect(errors).toBeUndefined();
    return data[field]!.nodes;
  };

  it('at a number of nobody is shown to operators, masked, read again or let go (N11)', async () => {
    await says(house.url, { from: person, to: '+46700009998', text: 'STOPP' });
    const [shown] = await ask('strayInboundMessages', house.org.operatorKey);
    expect(shown).toMatchObject({ text: 'STOPP', state: 'PARKED', parkedBecause: 'NO_SENDER' });
    expect(shown!.from).toMatch(/•/);
    const settle = async (mutation: string) => {
      const { data } = await house.ask<Record<string, { inboundMessage: Shown }>>(
        `mutation ($input: InboundMessageInput!) {
           ${mutation}(input: $input) { ... on InboundMessageSettled { inboundMessage { state } } }
         }`,
        { input: { id: shown!.id } },
        house.org.operatorKey,
      );
      return data[mutation]!.inboundMessage.state;
    };
    expect(await settle('readInboundMessageAgain')).toBe('RECEIVED');
    await readDueSms({
      db: house.test.db,
      log: pino({ level: 'silent' }),
      clock: () => house.now,
      shortCodes: new Set(),
    });
    expect((await ask('strayInboundMessages', house.org.operatorKey))[0]!.state).toBe('PARKED');
    expect(await settle('dismissInboundMessage')).toBe('DISMISSED');
  });

  it('of the organisation is shown with its words to who may decide, and the block list to operators with its tag (A8, E6)', async () => {
    await numberOf(house.org);
    await says(house.url, { from: person, to: NUMBER, text: 'no more of these please' });
    const [shown] = await ask('inboundMessages', house.org.reviewerKey);
    expect(shown).toMatchObject({ text: 'no more of these please', outcome: 'PAUSE', to: NUMBER });
    expect(shown!.why).toContain('no more of these please');
    const { data } = await house.ask<{
      platformBlocks: { nodes: { addressBook: string; shortCode: string; number: string }[] };
    }>('{ platformBlocks { nodes { shortCode number addressBook } } }', {}, house.org.operatorKey);
    const [block] = data.platformBlocks.nodes;
    expect(block).toMatchObject({ shortCode: CODE, addressBook: expect.stringMatching(/^Book /) });
    expect(block!.number).toMatch(/•/);
  });
});

it('where the database is away the gateway is told to come again, and nothing of the number is logged', async () => {
  const other = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  await other.loseDatabase();
  expect(await says(other.url, { from: person, to: NUMBER, text: 'STOPP' })).toBe(503);
  expect(other.log()).not.toContain(person);
  expect(house.log()).not.toMatch(/\+4670174/);
  await other.close();
});
