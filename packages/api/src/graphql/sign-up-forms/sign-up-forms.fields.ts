import { listSignUpForms } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { SignUpFormType } from './sign-up-form.type.ts';

@Resolver(() => AddressBookType)
export class SignUpForms {
  @FieldResolver(() => [SignUpFormType], {
    description: 'The open ones, the oldest first, 100 at most.',
  })
  async signUpForms(
    @Root() { row }: AddressBookType,
    @Ctx() { db }: Context,
  ): Promise<SignUpFormType[]> {
    return (await listSignUpForms(db.sql, row.id)).map((form) => new SignUpFormType(form));
  }
}
