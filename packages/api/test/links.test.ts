import { armDoubleOptIn } from '@adieu/db';
import { doubleOptInToken, hashSecretToken } from '@adieu/keys';
import { toId } from '../src/graphql/shared/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';
import { leaveByPage } from './leave.ts';

const DAY = 86_400_000;
let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse();
  mails = await seedMails(house, { count: 20 });
});
afterAll(() => house?.close());

const nextMail = (): SeededMail => mails.pop()!;

async function preferences(token: string): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ preferences: Record<string, unknown> }>(
    `query ($token: String!) { preferences(token: $token) {
       __typename
       ... on PreferenceView {
         maskedAddress addressBookName purpose mayReturn
         optOut { state since method subject scope { kind } } allMarketing { state since }
         topics { id name on since }
       }
     } }`,
    { token },
    null,
  );
  return data.preferences;
}

const startReturn = async (token: string): Promise<unknown> =>
  (
    await house.ask<{ startDoubleOptIn: unknown }>(
      'mutation ($input: StartDoubleOptInInput!) { startDoubleOptIn(input: $input) { ... on DoubleOptInStarted { note } ... on Problem { code } } }',
      {
        input: {
          token,
          origin: '192.0.2.7',
          userAgent: 'Firefox',
          formUrl: 'https://shop.example.test/news',
        },
      },
      null,
    )
  ).data.startDoubleOptIn;

/** The token that the latest double opt-in's mail would carry, armed as the worker does before it hands the mail over. */
async function tokenOfMail(): Promise<string> {
  const { sql } = house.test.db;
  const [latest] = await sql.rows<{ id: string }>(
    'SELECT id FROM double_opt_in ORDER BY id DESC LIMIT 1',
    [],
  );
  const token = doubleOptInToken(house.org.ring, latest!.id);
  const messageId = `<${latest!.id}@leave.example.test>`;
  await armDoubleOptIn(sql, {
    id: latest!.id,
    tokenHash: hashSecretToken(token),
    messageId,
    now: house.now,
  });
  return token;
}

async function confirm(token: string): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ confirmDoubleOptIn: Record<string, unknown> }>(
    `mutation ($input: ConfirmDoubleOptInInput!) { confirmDoubleOptIn(input: $input) {
       __typename ... on DoubleOptInConfirmed { confirmedAt state scope { kind name } } ... on Problem { code }
     } }`,
    { input: { token, origin: '198.51.100.4', userAgent: 'Safari' } },
    null,
  );
  return data.confirmDoubleOptIn;
}

async function mayContact(address: string, channel = 'EMAIL'): Promise<boolean> {
  const { data } = await house.ask<{ mayContact: { allowed: boolean } }>(
    'query ($input: MayContactInput!) { mayContact(input: $input) { allowed } }',
    { input: { address, channel, addressBookId: toId('book', house.org.newsletterId) } },
  );
  return data.mayContact.allowed;
}

describe('a link without a key', () => {
  it('shows a masked address and what may be chosen, and changes nothing (P-1, O-5)', async () => {
    const mail = nextMail();
    const before = await countOf(house, 'ledger_event');
    const view = await preferences(mail.token);
    expect(view).toMatchObject({
      __typename: 'PreferenceView',
      addressBookName: 'Newsletter',
      purpose: 'MARKETING',
      mayReturn: false,
      optOut: null,
      allMarketing: null,
      topics: [
        { name: 'Events', on: true },
        { name: 'Product news', on: true },
      ],
    });
    expect(JSON.stringify(view)).not.toContain(mail.address);
    expect(await countOf(house, 'ledger_event')).toBe(before);
  });

  it('leaves one topic, and the book stays', async () => {
    const mail = nextMail();
    const id = toId('topic', house.org.eventsTopicId);
    expect(await leaveByPage(house, { token: mail.token, topicIdsOff: [id] })).toEqual({
      __typename: 'Left',
    });
    expect(await preferences(mail.token)).toMatchObject({
      optOut: null,
      topics: [{ name: 'Events', on: false, since: house.now.toISOString() }, { on: true }],
    });
    expect(await mayContact(mail.address)).toBe(true);
  });

  it('leaves all marketing of the account', async () => {
    const mail = nextMail();
    expect(await leaveByPage(house, { token: mail.token, choice: 'ALL_MARKETING' })).toEqual({
      __typename: 'Left',
    });
    expect(await preferences(mail.token)).toMatchObject({
      allMarketing: { state: 'CONFIRMED', since: house.now.toISOString() },
      mayReturn: true,
    });
    expect(await mayContact(mail.address)).toBe(false);
  });

  it('leaves all marketing on the phone too, and one book on its own channel alone (P-5, SM-13)', async () => {
    const phone = '+46701740699';
    const mail = nextMail();
    const [contact] = await house.test.db.sql.rows<{ id: string }>(
      'SELECT m.contact_id AS id FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE r.address = $1',
      [mail.address],
    );
    const id = toId('contact', contact!.id);
    const changed = await house.ask<{ updateContact: { __typename: string } }>(
      'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { __typename } }',
      { input: { id, phone } },
    );
    expect(changed.data.updateContact.__typename).toBe('ContactUpdated');
    const channels = async () => {
      const { data } = await house.ask<{ preferences: unknown }>(
        'query ($token: String!) { preferences(token: $token) { ... on PreferenceView { channels optOut { channels } allMarketing { channels } } } }',
        { token: mail.token },
        null,
      );
      return data.preferences;
    };
    await leaveByPage(house, { token: mail.token, choice: 'THIS_SCOPE' });
    expect(await mayContact(phone, 'SMS')).toBe(true);
    const byMail = { channels: ['EMAIL', 'SMS'], optOut: { channels: ['EMAIL'] } };
    expect(await channels()).toEqual({ ...byMail, allMarketing: null });
    await leaveByPage(house, { token: mail.token, choice: 'ALL_MARKETING' });
    expect(await mayContact(phone, 'SMS')).toBe(false);
    expect(await channels()).toEqual({ ...byMail, allMarketing: { channels: ['EMAIL', 'SMS'] } });
  });

  it.each([
    ['no choice at all', {}, 'choice'],
    ['a topic of nobody', { topicIdsOff: ['topic_nobody'] }, 'topicIdsOff'],
  ])('names the field of %s', async (_name, input, field) => {
    expect(await leaveByPage(house, { token: nextMail().token, ...input })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('opens nothing else: its recipient’s requests need a key', async () => {
    const { errors } = await house.ask(
      'query ($a: String!) { recipient(address: $a, channel: EMAIL) { id } }',
      { a: nextMail().address },
      null,
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});

describe('the way back (D-1 … D-9)', () => {
  it('lifts on confirmation alone, with a proof of text, times and origins (D-2)', async () => {
    const mail = nextMail();
    await leaveByPage(house, { token: mail.token, choice: 'ALL_MARKETING' });
    await startReturn(mail.token);
    expect(await mayContact(mail.address)).toBe(false);
    const token = await tokenOfMail();
    expect(await confirm(token)).toEqual({
      __typename: 'DoubleOptInConfirmed',
      confirmedAt: house.now.toISOString(),
      state: 'CONFIRMED',
      scope: { kind: 'ACCOUNT', name: 'Nordlys Shop' },
    });
    expect(await mayContact(mail.address)).toBe(true);
    const { data } = await house.ask<{ recipient: { consentProofs: object[] } }>(
      `query ($a: String!) { recipient(address: $a, channel: EMAIL) { consentProofs {
         address declaration formUrl requestedAt requestedOrigin requestedUserAgent confirmedAt confirmedOrigin confirmedUserAgent
       } } }`,
      { a: mail.address },
    );
    expect(data.recipient.consentProofs).toEqual([
      {
        address: mail.address,
        declaration: expect.stringContaining('Nordlys Shop'),
        formUrl: 'https://shop.example.test/news',
        requestedAt: house.now.toISOString(),
        requestedOrigin: '192.0.2.7',
        requestedUserAgent: 'Firefox',
        confirmedAt: house.now.toISOString(),
        confirmedOrigin: '198.51.100.4',
        confirmedUserAgent: 'Safari',
      },
    ]);
    // A second press is no second proof.
    expect(await confirm(token)).toMatchObject({ __typename: 'DoubleOptInConfirmed' });
    expect(await countOf(house, 'double_opt_in_proof', `address = '${mail.address}'`)).toBe(1);
  });

  it('answers alike whether or not a mail goes out (D-6)', async () => {
    const [left, stays] = [nextMail(), nextMail()];
    await leaveByPage(house, { token: left.token, choice: 'THIS_SCOPE' });
    expect(await startReturn(left.token)).toEqual(await startReturn(stays.token));
    expect(
      await countOf(
        house,
        'double_opt_in',
        `recipient_id = (SELECT id FROM recipient WHERE address = '${stays.address}')`,
      ),
    ).toBe(0);
  });

  it('is refused after seven days, by a later wish to stop, and to a made-up link (D-5, D-9)', async () => {
    const [late, changed] = [nextMail(), nextMail()];
    await leaveByPage(house, { token: late.token, choice: 'THIS_SCOPE' });
    await startReturn(late.token);
    const lateToken = await tokenOfMail();
    house.now = new Date(house.now.getTime() + 8 * DAY);
    expect(await confirm(lateToken)).toMatchObject({ code: 'EXPIRED' });
    expect(await mayContact(late.address)).toBe(false);

    await leaveByPage(house, { token: changed.token, choice: 'THIS_SCOPE' });
    await startReturn(changed.token);
    const changedToken = await tokenOfMail();
    house.now = new Date(house.now.getTime() + 60_000);
    await leaveByPage(house, { token: changed.token, choice: 'ALL_MARKETING' });
    expect(await confirm(changedToken)).toMatchObject({ code: 'SUPERSEDED' });
    expect(await mayContact(changed.address)).toBe(false);

    expect(await confirm('made-up')).toMatchObject({ code: 'NOT_FOUND' });
  });

  const linkOf = async (token: string): Promise<Record<string, unknown> | null> => {
    const { data } = await house.ask<{ doubleOptIn: Record<string, unknown> | null }>(
      `query ($token: String!) { doubleOptIn(token: $token) {
         state scope { kind name } confirmedAt leftAgainAt stillLeft { scope { kind name } }
       } }`,
      { token },
      null,
    );
    return data.doubleOptIn;
  };

  it('says in each state what its link is by now, whatever was pressed', async () => {
    const mail = nextMail();
    await leaveByPage(house, { token: mail.token, choice: 'THIS_BOOK' });
    await leaveByPage(house, { token: mail.token, choice: 'ALL_MARKETING' });
    await startReturn(mail.token);
    const token = await tokenOfMail();
    expect(await linkOf(token)).toMatchObject({ state: 'OPEN', scope: { kind: 'ACCOUNT' } });
    await confirm(token);
    // The book was left by itself, so it stays left, and the link says so.
    expect(await linkOf(token)).toMatchObject({
      state: 'CONFIRMED',
      stillLeft: [{ scope: { kind: 'BOOK', name: 'Newsletter' } }],
    });
    expect(await mayContact(mail.address)).toBe(false);
    const again = await askByConfirmation(token, {
      kind: 'BOOK',
      id: toId('book', house.org.newsletterId),
    });
    expect(again).toMatchObject({ __typename: 'DoubleOptInStarted' });
    const second = await tokenOfMail();
    expect(await linkOf(second)).toMatchObject({ state: 'OPEN', scope: { kind: 'BOOK' } });
    await confirm(second);
    expect(await linkOf(second)).toMatchObject({ state: 'CONFIRMED', stillLeft: [] });
    expect(await mayContact(mail.address)).toBe(true);
    await leaveByPage(house, { token: mail.token, choice: 'ALL_MARKETING' });
    expect(await confirm(second)).toMatchObject({ state: 'LEFT_AGAIN' });
    expect(await linkOf(second)).toMatchObject({
      state: 'LEFT_AGAIN',
      leftAgainAt: house.now.toISOString(),
    });
    expect(await linkOf('x'.repeat(43))).toBeNull();
  });

  const askByConfirmation = async (confirmationToken: string, scope: object): Promise<unknown> =>
    (
      await house.ask<{ startDoubleOptIn: unknown }>(
        `mutation ($input: StartDoubleOptInInput!) {
           startDoubleOptIn(input: $input) { __typename ... on Problem { code field } }
         }`,
        { input: { confirmationToken, scope } },
        null,
      )
    ).data.startDoubleOptIn;

  it('asks once more by the link of a confirmation mail, for its scope or what was left beside it alone', async () => {
    const mail = nextMail();
    await leaveByPage(house, { token: mail.token, choice: 'THIS_BOOK' });
    await startReturn(mail.token);
    const token = await tokenOfMail();
    await confirm(token);
    const before = await countOf(house, 'double_opt_in');
    const account = { kind: 'ACCOUNT', id: toId('account', house.org.accountId) };
    expect(await askByConfirmation(token, account)).toMatchObject({
      __typename: 'DoubleOptInStarted',
    });
    expect(await askByConfirmation('y'.repeat(43), account)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await countOf(house, 'double_opt_in')).toBe(before);
    await leaveByPage(house, { token: mail.token, choice: 'THIS_BOOK' });
    await askByConfirmation(token, { kind: 'BOOK', id: toId('book', house.org.newsletterId) });
    const [latest] = await house.test.db.sql.rows<{ declaration: string }>(
      'SELECT declaration FROM double_opt_in ORDER BY id DESC LIMIT 1',
    );
    expect(latest!.declaration).toContain('“Newsletter”');
    expect(await countOf(house, 'double_opt_in')).toBe(before + 1);
  });

  it('leads back to one topic beside all marketing that was left, and to no more', async () => {
    const mail = nextMail();
    const topicId = toId('topic', house.org.eventsTopicId);
    await leaveByPage(house, { token: mail.token, topicIdsOff: [topicId] });
    await leaveByPage(house, { token: mail.token, choice: 'ALL_MARKETING' });
    await house.ask(
      'mutation ($input: StartDoubleOptInInput!) { startDoubleOptIn(input: $input) { __typename } }',
      { input: { token: mail.token, topicId } },
      null,
    );
    expect(await confirm(await tokenOfMail())).toMatchObject({
      state: 'CONFIRMED',
      scope: { kind: 'TOPIC' },
    });
    const { data } = await house.ask<Record<'topic' | 'book', { allowed: boolean }>>(
      `query ($topic: MayContactInput!, $book: MayContactInput!) {
         topic: mayContact(input: $topic) { allowed } book: mayContact(input: $book) { allowed }
       }`,
      {
        topic: { address: mail.address, channel: 'EMAIL', topicId },
        book: {
          address: mail.address,
          channel: 'EMAIL',
          addressBookId: toId('book', house.org.newsletterId),
        },
      },
    );
    expect(data).toEqual({ topic: { allowed: true }, book: { allowed: false } });
    expect(await preferences(mail.token)).toMatchObject({
      topics: [{ name: 'Events', on: true }, { on: false }],
    });
  });

  it('tells the time by one clock on every page: the reader’s, else the account’s, else its regime’s', async () => {
    const mail = nextMail();
    await leaveByPage(house, { token: mail.token, choice: 'THIS_BOOK' });
    await startReturn(mail.token);
    const token = await tokenOfMail();
    const zones = async (): Promise<unknown> => {
      const { data } = await house.ask<Record<'preferences' | 'doubleOptIn', object>>(
        `query ($token: String!, $confirmation: String!) {
           preferences(token: $token) { ... on PreferenceView { timeZone accountTimeZone } }
           doubleOptIn(token: $confirmation) { timeZone accountTimeZone }
         }`,
        { token: mail.token, confirmation: token },
        null,
      );
      expect(data.doubleOptIn).toEqual(data.preferences);
      return data.preferences;
    };
    const set = (sql: string) => house.test.db.sql.rows(sql);
    await set(`UPDATE account SET time_zone = NULL, country = NULL`);
    expect(await zones()).toEqual({ timeZone: null, accountTimeZone: 'Europe/Brussels' });
    await set(`UPDATE account SET country = 'SE'`);
    expect(await zones()).toEqual({ timeZone: null, accountTimeZone: 'Europe/Stockholm' });
    await set(`UPDATE account SET time_zone = 'Europe/Oslo'`);
    expect(await zones()).toEqual({ timeZone: null, accountTimeZone: 'Europe/Oslo' });
    await set(`UPDATE contact SET fields = fields || '{"time_zone": "Asia/Tokyo"}'`);
    expect(await zones()).toEqual({ timeZone: 'Asia/Tokyo', accountTimeZone: 'Europe/Oslo' });
  });

  it('calls a mail by its subject as it was sent, and never by its campaign’s own name', async () => {
    const mail = nextMail();
    await house.test.db.sql.rows(`UPDATE campaign SET name = 'Q3 blast, lapsed buyers'`);
    await leaveByPage(house, { token: mail.token, choice: 'THIS_BOOK' });
    const view = await preferences(mail.token);
    expect(view).toMatchObject({
      optOut: { subject: expect.stringMatching(/^Spring is here, Person \d+$/) },
    });
    expect(JSON.stringify(view)).not.toContain('blast');
  });

  it('leaves the book of a topic’s mail by THIS_BOOK', async () => {
    const mail = nextMail();
    expect(await leaveByPage(house, { token: mail.token, choice: 'THIS_BOOK' })).toEqual({
      __typename: 'Left',
    });
    expect(await preferences(mail.token)).toMatchObject({ optOut: { scope: { kind: 'BOOK' } } });
  });
});

it('an address that can not be read is not told again: it may hold a token (O-13)', async () => {
  const response = await fetch(`${house.url}/u/${nextMail().token}%zz`);
  expect([response.status, await response.json()]).toEqual([
    400,
    { code: null, message: 'This request can not be read.', field: null },
  ]);
});
