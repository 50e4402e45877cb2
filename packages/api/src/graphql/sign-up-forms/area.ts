import { type Area, ADMIN, inAccount, LINK, READ, READ_CAMPAIGNS } from '../access/area.ts';
import { ArchiveSignUpForm } from './archive-sign-up-form.mutation.ts';
import { CreateSignUpForm } from './create-sign-up-form.mutation.ts';
import { SignUpFormView } from './sign-up-form-view.query.ts';
import { SignUpFormQuery } from './sign-up-form.query.ts';
import { SignUpForms } from './sign-up-forms.fields.ts';
import { SignUp } from './sign-up.mutation.ts';

export const signUpForms: Area = {
  resolvers: [
    ArchiveSignUpForm,
    CreateSignUpForm,
    SignUpFormView,
    SignUpFormQuery,
    SignUpForms,
    SignUp,
  ],
  access: {
    Query: { signUpFormView: LINK, signUpForm: inAccount(READ) },
    Mutation: {
      archiveSignUpForm: inAccount(ADMIN),
      createSignUpForm: inAccount(ADMIN),
      signUp: LINK,
    },
  },
  types: { SignUpForm: READ_CAMPAIGNS.rights, SignUpFormView: ['link'] },
};
