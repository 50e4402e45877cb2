import { ADMIN, LINK, type Area } from '../access/area.ts';
import { SignUpForms } from './sign-up-forms.ts';
import { SignUps } from './sign-up.ts';

export const signUpForms: Area = {
  resolvers: [SignUpForms, SignUps],
  access: {
    Query: { signUpForm: LINK },
    Mutation: { createSignUpForm: ADMIN, archiveSignUpForm: ADMIN, signUp: LINK },
  },
};
