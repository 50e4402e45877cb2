import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house?.close());

interface Form {
  readonly id: string;
  readonly code?: string;
  readonly field?: string;
}

async function create(change: object = {}): Promise<Partial<Form>> {
  const input = {
    addressBookId: toId('book', house.org.newsletterId),
    title: 'Newsletter',
    declaration: 'I want the newsletter.',
    languages: ['en'],
    origins: ['https://shop.example.test'],
    ...change,
  };
  const { data } = await house.ask<{ createSignUpForm: Partial<Form> & { form?: Form } }>(
    'mutation ($input: CreateSignUpFormInput!) { createSignUpForm(input: $input) { ... on SignUpFormCreated { form { id } } ... on Problem { code field } } }',
    { input },
  );
  return data.createSignUpForm.form ?? data.createSignUpForm;
}

async function listed(): Promise<object[]> {
  const { data } = await house.ask<{
    addressBooks: { nodes: { id: string; signUpForms: object[] }[] };
  }>(
    '{ addressBooks(first: 100) { nodes { id signUpForms { id title declarationVersion origins redirectUrl } } } }',
    {},
  );
  const id = toId('book', house.org.newsletterId);
  return data.addressBooks.nodes.find((node) => node.id === id)!.signUpForms;
}

describe('a sign-up form in the API', () => {
  it('is made, listed with its book, and closed', async () => {
    const { id } = await create();
    expect(await listed()).toEqual([
      {
        id,
        title: 'Newsletter',
        declarationVersion: 1,
        origins: ['https://shop.example.test'],
        redirectUrl: null,
      },
    ]);
    const { data } = await house.ask(
      'mutation ($id: ID!) { archiveSignUpForm(input: { id: $id }) { ... on SignUpFormArchived { id } } }',
      { id },
    );
    expect(data).toEqual({ archiveSignUpForm: { id } });
    expect(await listed()).toEqual([]);
  });

  it.each([
    [{ title: ' ' }, 'title'],
    [{ declaration: '' }, 'declaration'],
    [{ languages: ['xx'] }, 'languages'],
    [{ origins: ['*'] }, 'origins'],
    [{ origins: ["https://a.test; script-src 'unsafe-inline'"] }, 'origins'],
    [{ redirectUrl: 'https://evil.test/' }, 'redirectUrl'],
  ])('is refused with %o', async (change, field) => {
    expect(await create(change)).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('is not made for a book that is no marketing', async () => {
    const staff = toId('book', house.org.staffId);
    expect(await create({ addressBookId: staff })).toEqual({
      code: 'NOT_FOUND',
      field: 'addressBookId',
    });
  });
});
