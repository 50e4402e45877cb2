import { afterAll, beforeEach, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeEach(async () => {
  await house?.close();
  house = await openHouse();
});
afterAll(() => house?.close());

const book = () => toId('book', house.org.newsletterId);

async function ask(name: string, type: string, input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await house.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Problem { code message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data[name]!;
}

const signUp = (address: string) =>
  ask('startDoubleOptIn', 'StartDoubleOptInInput', {
    address,
    scope: { kind: 'BOOK', id: book() },
  });
const add = (email: string) =>
  ask('addContact', 'AddContactInput', { addressBookId: book(), email });
const record = (address: string) =>
  ask('recordConsents', 'RecordConsentsInput', {
    items: [
      {
        address,
        channel: 'EMAIL',
        scope: { kind: 'BOOK', id: book() },
        consentText: 'Yes, news by mail.',
        source: 'fair',
        obtainedAt: house.now,
      },
    ],
  });

/** Of whom the gate would stop now of a new campaign's audience, how many by which reason. */
async function stopped(to: object): Promise<unknown> {
  const { data } = await house.ask<{ createCampaign: { campaign: { id: string } } }>(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } } }',
    {
      input: {
        ...to,
        name: 'Spring',
        subject: [{ language: 'en', text: 'Hello' }],
        html: [{ language: 'en', text: '<p>Hello, our shop in Malmö is open until eight.</p>' }],
      },
    },
  );
  const { id } = data.createCampaign.campaign;
  const counted = await house.ask<{
    campaign: {
      audience: { count: { total: number; stopped: { reason: string; count: number }[] } };
    };
  }>(
    'query ($id: ID!) { campaign(id: $id) { audience { count { total stopped { reason count } } } } }',
    {
      id,
    },
  );
  const { total, stopped: stops } = counted.data.campaign.audience.count;
  return { total, ...Object.fromEntries(stops.map((each) => [each.reason, each.count])) };
}
const byHand = (...recipients: string[]) => ({
  accountId: toId('account', house.org.accountId),
  recipients,
});

async function mayContact(address: string, through: object): Promise<string> {
  const { data } = await house.ask<{ mayContact: { because: string } }>(
    'query ($input: MayContactInput!) { mayContact(input: $input) { because } }',
    { input: { address, channel: 'EMAIL', ...through } },
  );
  return data.mayContact.because;
}

it.each(['by hand', 'through the book'] as const)(
  'the gate stops marketing to who signed up and has not confirmed: %s (D-7)',
  async (how) => {
    await signUp('new@example.test');
    const through =
      how === 'by hand'
        ? { accountId: toId('account', house.org.accountId) }
        : { addressBookId: book() };
    // Nobody added them yet: their sign-up alone says no.
    expect(await mayContact('new@example.test', through)).toBe('SIGN_UP_UNCONFIRMED');
    if (how === 'through the book') {
      await add('new@example.test');
      await add('old@example.test');
    }
    const to = how === 'by hand' ? byHand('new@example.test', 'old@example.test') : through;
    expect(await stopped(to)).toEqual({ total: 2, SIGN_UP_UNCONFIRMED: 1 });
    expect(await mayContact('new@example.test', through)).toBe('SIGN_UP_UNCONFIRMED');
    await record('new@example.test');
    expect(await stopped(to)).toEqual({ total: 2 });
    expect(await mayContact('new@example.test', through)).toBe('NO_OBJECTION');
  },
);

it('what is no marketing does not wait for a confirmation (D-7)', async () => {
  await signUp('new@example.test');
  const staff = { addressBookId: toId('book', house.org.staffId) };
  expect(await mayContact('new@example.test', staff)).toBe('NO_OBJECTION');
});

it('who was in the book before, or left it, is no matter of their sign-up', async () => {
  await add('member@example.test');
  await add('left@example.test');
  await ask('addOptOuts', 'AddOptOutsInput', {
    addresses: ['left@example.test'],
    channel: 'EMAIL',
    scope: { kind: 'BOOK', id: book() },
  });
  for (const address of ['member@example.test', 'left@example.test']) {
    await signUp(address);
    await house.test.db.sql.rows(
      "UPDATE double_opt_in SET requested_at = now() + interval '1 minute', expires_at = now() + interval '2 days'",
    );
  }
  expect(await stopped({ addressBookId: book() })).toEqual({ total: 2, OPTED_OUT: 1 });
});
