import { findSignUpForm } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { SignUpFormType } from './sign-up-form.type.ts';

@Resolver()
export class SignUpFormQuery {
  @Query(() => SignUpFormType, { nullable: true, description: 'Null where there is no open one.' })
  async signUpForm(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<SignUpFormType | null> {
    const row = await findSignUpForm(ctx.db.sql, readId('form', id, 'id'));
    return row?.organisationId === viewerOf(ctx).organisationId ? new SignUpFormType(row) : null;
  }
}
