import { expect } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { testExamples } from './test-examples.ts';

testExamples(
  'sign-up-forms.md',
  ({ house, words }) => {
    words['book'] = toId('book', house.org.newsletterId);
  },
  {
    MakeForm: (data: { createSignUpForm: { form: { id: string } } }, { words }) => {
      expect(data).toMatchObject({ createSignUpForm: { form: { declarationVersion: 1 } } });
      words['form'] = data.createSignUpForm.form.id;
    },
    Forms: (data: { addressBooks: { nodes: { signUpForms: { id: string }[] }[] } }, { words }) =>
      expect(data.addressBooks.nodes.flatMap(({ signUpForms }) => signUpForms)).toMatchObject([
        { id: words['form'], languages: ['en', 'sv'], origins: ['https://shop.example.test'] },
      ]),
    CloseForm: (data, { words }) =>
      expect(data).toEqual({ archiveSignUpForm: { id: words['form'] } }),
  },
);
