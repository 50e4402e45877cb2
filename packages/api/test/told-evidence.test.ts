import { armDoubleOptIn } from '@adieu/db';
import { doubleOptInToken, hashSecretToken } from '@adieu/keys';
import type { SeededMail } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails } from './house.ts';

const FORGED = { origin: '192.0.2.66', userAgent: 'Forged/1.0' };
const SEEN = { origin: expect.stringMatching(/127\.0\.0\.1$/), userAgent: 'node' };
let house: House;
let mails: SeededMail[];
let formId: string;

beforeAll(async () => {
  house = await openHouse({ trustedProxies: null });
  mails = await seedMails(house, { count: 5 });
  const { data } = await house.ask<{ createSignUpForm: { form: { id: string } } }>(
    'mutation ($input: CreateSignUpFormInput!) { createSignUpForm(input: $input) { ... on SignUpFormCreated { form { id } } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        title: 'Newsletter',
        declaration: 'I want the newsletter.',
        languages: ['en'],
      },
    },
  );
  formId = data.createSignUpForm.form.id;
}, 60_000);
afterAll(() => house?.close());

const LEAVE = 'mutation ($input: LeaveInput!) { leave(input: $input) { __typename } }';
const START =
  'mutation ($input: StartDoubleOptInInput!) { startDoubleOptIn(input: $input) { __typename } }';
const CONFIRM =
  'mutation ($input: ConfirmDoubleOptInInput!) { confirmDoubleOptIn(input: $input) { __typename } }';
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const UPDATE =
  'mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { __typename } }';

const evidence = () =>
  house.test.db.sql.rows<{ origin: string; userAgent: string }>(
    `SELECT origin, headers->>'user-agent' AS "userAgent" FROM opt_out_evidence ORDER BY id DESC LIMIT 1`,
  );

/** The token of the newest double opt-in, as its mail bears it. */
async function tokenOfMail(): Promise<string> {
  const { sql } = house.test.db;
  const [latest] = await sql.rows<{ id: string }>(
    'SELECT id FROM double_opt_in ORDER BY id DESC LIMIT 1',
  );
  const token = doubleOptInToken(house.org.ring, latest!.id);
  await armDoubleOptIn(sql, {
    id: latest!.id,
    tokenHash: hashSecretToken(token),
    messageId: '<1@leave.example.test>',
    now: house.now,
  });
  return token;
}

describe('what somebody says of themselves is no evidence (G-10): where they are, and with what browser, is what the api sees', () => {
  it.each([
    ['nobody', {}],
    [
      'somebody who guesses the secret',
      { 'x-adieu-pages': 'a-guess-that-is-as-long-as-it-would-be' },
    ],
    ['somebody who says they are a proxy', { 'x-forwarded-for': FORGED.origin }],
  ])('of a wish to leave, by %s', async (_, headers) => {
    const token = mails.pop()!.token;
    const input = { token, choice: 'THIS_SCOPE', ...FORGED };
    await house.askAsStranger(LEAVE, { input }, headers);
    expect(await evidence()).toEqual([SEEN]);
  });

  it('of topics that are left', async () => {
    const topicIdsOff = [toId('topic', house.org.newsTopicId)];
    await house.askAsStranger(UPDATE, {
      input: { token: mails[0]!.token, topicIdsOff, ...FORGED },
    });
    expect(await evidence()).toEqual([SEEN]);
  });

  it('of a return: neither of them is in its proof, nor a page that nobody saw', async () => {
    const { token, address } = mails.pop()!;
    await house.ask(LEAVE, { input: { token, choice: 'THIS_SCOPE' } }, null);
    const formUrl = 'https://forged.example.test/';
    await house.askAsStranger(START, { input: { token, formUrl, ...FORGED } });
    await house.askAsStranger(CONFIRM, { input: { token: await tokenOfMail(), ...FORGED } });
    const proofs = await house.test.db.sql.rows(
      `SELECT form_url, requested_origin, requested_user_agent, confirmed_origin, confirmed_user_agent
       FROM double_opt_in_proof WHERE address = $1`,
      [address],
    );
    expect(proofs).toEqual([
      {
        form_url: null,
        requested_origin: SEEN.origin,
        requested_user_agent: 'node',
        confirmed_origin: SEEN.origin,
        confirmed_user_agent: 'node',
      },
    ]);
  });

  it('of a key: its server is what is seen, and the ledger names it', async () => {
    const input = {
      address: 'asked@example.test',
      scope: { kind: 'BOOK', id: toId('book', house.org.newsletterId) },
      formUrl: 'https://shop.example.test/news',
      ...FORGED,
    };
    await house.ask(START, { input });
    const [row] = await house.test.db.sql.rows(
      'SELECT form_url, requested_origin FROM double_opt_in ORDER BY id DESC LIMIT 1',
    );
    expect(row).toEqual({ form_url: input.formUrl, requested_origin: SEEN.origin });
  });
});

it('150 mails to 150 strangers are ten, whatever origins are made up or left out (D-8)', async () => {
  const before = await countOf(house, 'double_opt_in');
  const asked = Array.from({ length: 150 }, (_, i) => ({
    formId,
    address: `stranger-${i}@example.test`,
    language: 'en',
    ...(i % 3 > 0 && { origin: i % 3 === 1 ? `192.0.2.${i}` : `made-up-${i}` }),
  }));
  for (const input of asked) await house.askAsStranger(SIGN_UP, { input });
  // One of the ten was taken above, by the return.
  expect((await countOf(house, 'double_opt_in')) - before).toBe(9);
});

it('a page whose visitor has no address counts by the page’s own (D-8)', async () => {
  const before = await countOf(house, 'double_opt_in');
  const input = { formId, address: 'late@example.test', language: 'en', origin: 'nonsense' };
  await house.ask(SIGN_UP, { input }, null);
  expect(await countOf(house, 'double_opt_in')).toBe(before);
  await house.ask(SIGN_UP, { input: { ...input, origin: '203.0.113.77' } }, null);
  expect(await countOf(house, 'double_opt_in')).toBe(before + 1);
});
