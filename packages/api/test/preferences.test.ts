import { createAddressBook, setOwnReasons } from '@adieu/db';
import { LEAVE_REASONS, REASONS_OF } from '@adieu/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';

const DAY = 86_400_000;
let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse();
  mails = await seedMails(house, { count: 20 });
});
afterAll(() => house?.close());

const nextMail = (): SeededMail => mails.pop()!;
const later = (ms: number): string => new Date(house.now.getTime() + ms).toISOString();

interface View {
  readonly frequency: string;
  readonly pausedUntil: string | null;
  readonly topics: { id: string; name: string; on: boolean }[];
  readonly topicsCome: boolean;
  readonly reasons: { id: string; text: string | null }[];
}

async function view(token: string): Promise<View> {
  const { data } = await house.ask<{ preferences: View }>(
    `query ($token: String!) { preferences(token: $token) { ... on PreferenceView {
       frequency pausedUntil topics { id name on } topicsCome reasons { id text }
     } } }`,
    { token },
    null,
  );
  return data.preferences;
}

async function mutate(name: 'updatePreferences' | 'giveReason' | 'leave', input: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data } = await house.ask<
    Record<string, { __typename: string; code?: string; field?: string; kept?: boolean }>
  >(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
       ... on Problem { code field } ${name === 'giveReason' ? '... on ReasonGiven { kept }' : ''} } }`,
    { input },
    null,
  );
  return data[name]!;
}

describe('settings short of leaving', () => {
  it('set how often and until when marketing rests, and leave out what was not said (C2, N12)', async () => {
    const { token } = nextMail();
    expect(await view(token)).toMatchObject({ frequency: 'EVERY', pausedUntil: null });
    const pausedUntil = later(30 * DAY);
    await mutate('updatePreferences', { token, frequency: 'WEEKLY' });
    await mutate('updatePreferences', { token, pausedUntil });
    expect(await view(token)).toMatchObject({ frequency: 'WEEKLY', pausedUntil });
    await mutate('updatePreferences', { token, endPause: true });
    expect(await view(token)).toMatchObject({ frequency: 'WEEKLY', pausedUntil: null });
  });

  it('a pause that has ended shows no more (P-10)', async () => {
    const { token } = nextMail();
    await mutate('updatePreferences', { token, pausedUntil: later(DAY) });
    house.now = new Date(house.now.getTime() + DAY);
    expect((await view(token)).pausedUntil).toBeNull();
  });

  it('stand in the ledger of the address (W-12)', async () => {
    const { token } = nextMail();
    const before = await countOf(house, 'ledger_event', `type = 'PREFERENCES_CHANGED'`);
    await mutate('updatePreferences', { token, frequency: 'DAILY' });
    await mutate('updatePreferences', { token });
    expect(await countOf(house, 'ledger_event', `type = 'PREFERENCES_CHANGED'`)).toBe(before + 1);
  });

  it('switch a topic off, which is an opt-out of that topic (F13)', async () => {
    const { token } = nextMail();
    const [first] = (await view(token)).topics;
    await mutate('updatePreferences', { token, topicIdsOff: [first!.id] });
    expect((await view(token)).topics.map(({ on }) => on)).toEqual([false, true]);
  });

  it.each([
    ['a pause in the past', () => ({ pausedUntil: later(-1) }), 'NOT_LATER', 'pausedUntil'],
    [
      'a pause without end',
      () => ({ pausedUntil: later(366 * DAY) }),
      'BEYOND_THE_LONGEST_SNOOZE',
      'pausedUntil',
    ],
    ['an unknown language', () => ({ language: 'tlh' }), 'INVALID_INPUT', 'language'],
    [
      'a topic of nobody',
      () => ({ topicIdsOff: [toId('topic', house.org.accountId)] }),
      'INVALID_INPUT',
      'topicIdsOff',
    ],
    [
      'a pause that begins and ends',
      () => ({ pausedUntil: later(DAY), endPause: true }),
      'INVALID_INPUT',
      'endPause',
    ],
  ])('%s is refused by name, and nothing is saved', async (_what, input, code, field) => {
    const { token } = nextMail();
    const result = await mutate('updatePreferences', { token, frequency: 'DAILY', ...input() });
    expect(result).toMatchObject({ code, field });
    expect((await view(token)).frequency).toBe('EVERY');
  });
});

describe('topics that are on', () => {
  it('come no more once the only book of marketing is left, and do while another one is not', async () => {
    const addresses = ['of-books@example.test'];
    const sent = await seedMails(house, { count: 1, addresses });
    const { token } = sent.find(({ address }) => address === addresses[0])!;
    expect((await view(token)).topicsCome).toBe(true);
    await mutate('leave', { token, choice: 'THIS_BOOK' });
    expect(await view(token)).toMatchObject({
      topicsCome: false,
      topics: [{ on: true }, { on: true }],
    });
    await seedMails(house, { count: 1, addresses, addressBookId: house.org.staffId });
    expect((await view(token)).topicsCome).toBe(false);
    const made = await createAddressBook(house.test.db.sql, {
      accountId: house.org.accountId,
      name: 'Offers',
      purpose: 'MARKETING',
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    await seedMails(house, { count: 1, addresses, addressBookId: made.addressBookId });
    expect((await view(token)).topicsCome).toBe(true);
  });
});

describe('why somebody left', () => {
  const reasonsOfRequests = async (): Promise<{ reason: unknown }[]> =>
    (
      await house.ask<{ optOutRequests: { nodes: { reason: unknown }[] } }>(
        '{ optOutRequests(orderBy: RECEIVED_AT, first: 1) { nodes { reason { reason text language } } } }',
      )
    ).data.optOutRequests.nodes;

  it('is asked afterwards, from the house’s list, and shown to the admin as plain text (F4, N7, P-6)', async () => {
    const { token } = nextMail();
    house.now = new Date(house.now.getTime() + 60_000);
    expect((await view(token)).reasons.map(({ id }) => id)).toEqual([...LEAVE_REASONS]);
    expect(await mutate('giveReason', { token, reasonId: 'TOO_MANY' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await mutate('leave', { token, choice: 'ALL_MARKETING' });
    expect(await mutate('giveReason', { token })).toMatchObject({ kept: false });
    expect(await reasonsOfRequests()).toEqual([{ reason: null }]);
    const text = '<b>Too</b> much';
    await mutate('giveReason', { token, reasonId: 'TOO_MANY', text, language: 'sv' });
    expect(await reasonsOfRequests()).toEqual([
      { reason: { reason: 'TOO_MANY', text, language: 'sv' } },
    ]);
  });

  it('is not asked as of a customer where staff information was left, and an older page’s answer is taken', async () => {
    const [mail] = await seedMails(house, { count: 1, addressBookId: house.org.staffId });
    const { token } = mail!;
    expect((await view(token)).reasons.map(({ id }) => id)).toEqual([...REASONS_OF.SERVICE]);
    await mutate('leave', { token, choice: 'THIS_SCOPE' });
    const answer = await mutate('giveReason', { token, reasonId: 'NO_LONGER_CUSTOMER' });
    expect(answer).toMatchObject({ kept: true });
  });

  it('is refused where it is none of the list, or too long', async () => {
    const { token } = nextMail();
    await mutate('leave', { token, choice: 'ALL_MARKETING' });
    expect(await mutate('giveReason', { token, reasonId: 'BECAUSE' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reasonId',
    });
    expect(await mutate('giveReason', { token, text: 'x'.repeat(1001) })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'text',
    });
  });

  it('comes from the account’s own list where it has one, and keeps its words when the list changes (F4)', async () => {
    const { token } = nextMail();
    house.now = new Date(house.now.getTime() + 60_000);
    const { sql } = house.test.db;
    const { accountId, organisationId } = house.org;
    const reasonsOf = (...texts: object[]) => ({
      organisationId,
      accountId,
      reasons: texts.map((each) => ({ key: 'CLOSED', texts: each })),
      now: house.now,
    });
    const texts = { en: 'The shop closed', sv: 'Butiken stängde' };
    await setOwnReasons(sql, reasonsOf(texts));
    const { reasons } = await view(token);
    expect(reasons.map(({ text }) => text)).toEqual(['The shop closed']);
    await mutate('leave', { token, choice: 'ALL_MARKETING' });
    await mutate('giveReason', { token, reasonId: reasons[0]!.id, language: 'sv' });
    await setOwnReasons(sql, reasonsOf());
    expect(await reasonsOfRequests()).toMatchObject([{ reason: { reason: 'Butiken stängde' } }]);
    expect((await view(token)).reasons.map(({ id }) => id)).toEqual([...LEAVE_REASONS]);
  });
});
