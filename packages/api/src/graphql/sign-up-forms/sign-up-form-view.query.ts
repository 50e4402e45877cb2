import { findSignUpForm } from '@adieu/db';
import { signFormShown } from '@adieu/keys';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { BrandType } from '../brand/brand.type.ts';
import { SignUpFormViewType } from './sign-up-form-view.type.ts';

@Resolver()
export class SignUpFormView {
  @Query(() => SignUpFormViewType, {
    nullable: true,
    description: 'Null for a form that is none, or closed. Changes nothing.',
  })
  async signUpFormView(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<SignUpFormViewType | null> {
    const form = await findSignUpForm(ctx.db.sql, readId('form', id, 'id'));
    if (form === null) return null;
    const { loaders, ring, now } = ctx;
    const [account, organisation, brand] = await Promise.all([
      loaders.account.load(form.accountId),
      loaders.organisation.load(form.organisationId),
      loaders.brand.load(form.accountId),
    ]);
    const { title, declaration, languages, origins, redirectUrl } = form;
    return {
      organisationName: organisation?.name ?? '',
      accountName: account?.name ?? '',
      brand: brand && new BrandType(brand),
      title,
      declaration,
      languages,
      origins,
      redirectUrl,
      shown: signFormShown(ring, form.id, now),
    };
  }
}
