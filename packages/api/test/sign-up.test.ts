import { recordOptOut } from '@adieu/db';
import { addressKey } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let formId: string;
beforeAll(async () => {
  house = await openHouse();
  const { data } = await house.ask<{ createSignUpForm: { form: { id: string } } }>(
    'mutation ($input: CreateSignUpFormInput!) { createSignUpForm(input: $input) { ... on SignUpFormCreated { form { id } } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        title: 'Newsletter',
        declaration: 'I want the newsletter.',
        languages: ['sv', 'en'],
        origins: ['https://shop.example.test'],
      },
    },
  );
  formId = data.createSignUpForm.form.id;
}, 60_000);
afterAll(() => house?.close());

interface View {
  readonly title: string;
  readonly shown: string;
}

async function show(id = formId): Promise<View | null> {
  const { data } = await house.ask<{ signUpFormView: View | null }>(
    'query ($id: ID!) { signUpFormView(id: $id) { title declaration languages origins redirectUrl accountName shown } }',
    { id },
    null,
  );
  return data.signUpFormView;
}

let visitors = 0;
async function post(change: object = {}): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ signUp: Record<string, unknown> }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename ... on SignUpAsked { note } ... on Problem { code field } } }',
    {
      input: {
        formId,
        address: 'new@example.test',
        language: 'en',
        origin: `203.0.113.${(visitors += 1)}`,
        ...change,
      },
    },
    null,
  );
  return data.signUp;
}

const later = (seconds: number): void => {
  house.now = new Date(house.now.getTime() + seconds * 1000);
};
async function mailsAsked(): Promise<number> {
  const [row] = await house.test.db.sql.rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM double_opt_in',
  );
  return row!.count;
}

describe('a sign-up form, for whoever has its link and no key', () => {
  it('is shown with what is agreed to, and with an instant that nobody can forge', async () => {
    expect(await show()).toMatchObject({
      title: 'Newsletter',
      declaration: 'I want the newsletter.',
      languages: ['sv', 'en'],
      origins: ['https://shop.example.test'],
    });
    expect(await show(toId('form', crypto.randomUUID()))).toBeNull();
  });

  it('answers alike for a new address, a known one and one that left, and starts a double opt-in alone (D-1, D-6)', async () => {
    const { organisationId, newsletterId, ring } = house.org;
    const { data } = await house.ask<{ addContact: { __typename: string } }>(
      'mutation ($input: AddContactInput!) { addContact(input: $input) { __typename } }',
      { input: { addressBookId: toId('book', newsletterId), email: 'known@example.test' } },
    );
    expect(data.addContact.__typename).toBe('ContactAdded');
    const [left] = await house.test.db.sql.rows<{ id: string }>(
      'INSERT INTO recipient (organisation_id, channel, address_key, address) VALUES ($1, $2, $3, $4) RETURNING id',
      [
        organisationId,
        'EMAIL',
        addressKey(ring, 'EMAIL', 'left@example.test'),
        'left@example.test',
      ],
    );
    await recordOptOut(house.test.db.sql, {
      target: { organisationId, recipientId: left!.id, scope: { kind: 'BOOK', id: newsletterId } },
      signal: 'CLEAR',
      method: 'API',
      actor: { kind: 'KEY', name: 'Eva' },
      evidence: {},
      now: house.now,
    });
    const before = await mailsAsked();
    const answers = [];
    for (const name of ['new', 'known', 'left'])
      answers.push(await post({ address: `${name}@example.test` }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'SignUpAsked' });
    expect(await mailsAsked()).toBe(before + 3);
    const gate = await house.ask<{ mayContact: { allowed: boolean } }>(
      'query ($input: MayContactInput!) { mayContact(input: $input) { allowed } }',
      {
        input: {
          address: 'left@example.test',
          channel: 'EMAIL',
          addressBookId: toId('book', newsletterId),
        },
      },
    );
    expect(gate.data.mayContact.allowed).toBe(false);
  });

  it('takes a machine’s post like a person’s, and mails nobody (D-8)', async () => {
    const before = await mailsAsked();
    const asked = await post({ address: 'person@example.test' });
    expect(await mailsAsked()).toBe(before + 1);
    expect(await post({ address: 'bot1@example.test', honeypot: 'https://spam.test' })).toEqual(
      asked,
    );
    const { shown } = (await show())!;
    later(1);
    expect(await post({ address: 'bot2@example.test', shown })).toEqual(asked);
    expect(await mailsAsked()).toBe(before + 1);
    later(2);
    expect(await post({ address: 'slow@example.test', shown })).toEqual(asked);
    expect(await mailsAsked()).toBe(before + 2);
  });

  it('answers alike beyond the limits of an address and of an origin, and mails nobody (D-8)', async () => {
    const before = await mailsAsked();
    const asked = await post({ address: 'often@example.test' });
    expect(await post({ address: 'often@example.test' })).toEqual(asked);
    expect(await mailsAsked()).toBe(before + 1);
    for (let i = 0; i < 12; i += 1)
      expect(await post({ address: `office${i}@example.test`, origin: '198.51.100.9' })).toEqual(
        asked,
      );
    expect(await mailsAsked()).toBe(before + 1 + 10);
    const [row] = await house.test.db.sql.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM recipient WHERE address LIKE 'office%'`,
    );
    expect(row!.count).toBe(10);
  });

  it.each([
    [{ address: 'no address' }, 'INVALID_INPUT', 'address'],
    [{ address: '' }, 'INVALID_INPUT', 'address'],
    [{ language: 'de' }, 'INVALID_INPUT', 'language'],
    [{ shown: 'AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 'PAGE_OUTDATED', 'shown'],
    [{ formId: 'form_nothing' }, 'INVALID_INPUT', 'formId'],
    [{ formId: toId('form', crypto.randomUUID()) }, 'NOT_FOUND', 'formId'],
  ])('says what is wrong with %o', async (change, code, field) => {
    expect(await post(change)).toMatchObject({ code, field });
  });

  it('asks to be shown again after a day', async () => {
    const { shown } = (await show())!;
    later(24 * 3600 + 61);
    expect(await post({ address: 'late@example.test', shown })).toMatchObject({
      code: 'PAGE_OUTDATED',
    });
  });
});
