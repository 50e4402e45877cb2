import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { docExamples, fillIn } from './doc-examples.ts';
import { type House, openHouse } from './house.ts';

const { examples } = docExamples('sign-up-forms.md');
let house: House;
const words: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  words['book'] = toId('book', house.org.newsletterId);
});
afterAll(() => house?.close());

/** What tells whether an example did what the page says; they build on each other. */
const ANSWERS: Record<string, (data: never) => void> = {
  MakeForm: (data: { createSignUpForm: { form: { id: string } } }) => {
    expect(data).toMatchObject({ createSignUpForm: { form: { declarationVersion: 1 } } });
    words['form'] = data.createSignUpForm.form.id;
  },
  Forms: (data: { addressBooks: { nodes: { signUpForms: { id: string }[] }[] } }) =>
    expect(data.addressBooks.nodes.flatMap(({ signUpForms }) => signUpForms)).toMatchObject([
      { id: words['form'], languages: ['en', 'sv'], origins: ['https://shop.example.test'] },
    ]),
  CloseForm: (data) => expect(data).toEqual({ archiveSignUpForm: { id: words['form'] } }),
};

describe('docs/sign-up-forms.md', () => {
  it('has an answer here for every example', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
  });

  it.each(examples)('$name works as it stands', async ({ name, query, variables }) => {
    const { data, errors } = await house.ask<never>(
      fillIn(query, words),
      variables === null ? {} : (JSON.parse(fillIn(variables, words)) as object),
    );
    expect(errors).toBeUndefined();
    ANSWERS[name]!(data);
  });
});
