import { findReviewLink } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { SignInLinkType } from './sign-in-link.type.ts';

@Resolver()
export class SignInLink {
  @Query(() => SignInLinkType, {
    nullable: true,
    description: 'Whom a mailed way in leads where; null where it has ended. Changes nothing.',
  })
  async signInLink(
    @Ctx() { db, now }: Context,
    @Arg('token', () => String) token: string,
  ): Promise<SignInLinkType | null> {
    const link = await findReviewLink(db.sql, 'SIGN_IN', hashSecretToken(token), now);
    return link && new SignInLinkType(link);
  }
}
