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

/** What the check of a new campaign says of sign-ups, and what sending it answers. */
async function send(to: object): Promise<[string[], unknown]> {
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
  const checked = await house.ask<{
    checkCampaign: { findings: { code: string; message: string }[] };
  }>(
    'mutation ($id: ID!) { checkCampaign(id: $id) { ... on CampaignCheck { findings { code message } } } }',
    { id },
  );
  const found = checked.data.checkCampaign.findings.filter(
    ({ code }) => code === 'SIGN_UP_UNCONFIRMED',
  );
  const { code } = await ask('sendCampaign', 'SendCampaignInput', { id });
  return [found.map(({ message }) => message), code];
}
const byHand = (...recipients: string[]) => ({
  accountId: toId('account', house.org.accountId),
  recipients,
});

it.each(['by hand', 'through the book'] as const)(
  'no marketing goes to who signed up and has not confirmed: %s (D-7)',
  async (how) => {
    await signUp('new@example.test');
    if (how === 'through the book') {
      await add('new@example.test');
      await add('old@example.test');
    }
    const to =
      how === 'by hand'
        ? byHand('new@example.test', 'old@example.test')
        : { addressBookId: book() };
    const message = expect.stringMatching(/^1 of 2 asked to sign up, and has not confirmed/);
    expect(await send(to)).toEqual([[message], 'CAMPAIGN_CHECK']);
    await record('new@example.test');
    expect(await send(to)).toEqual([[], undefined]);
  },
);

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
  expect(await send({ addressBookId: book() })).toEqual([[], undefined]);
});
