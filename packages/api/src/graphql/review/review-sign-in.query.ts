import { findReviewLink } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ReviewSignInType } from './review-view.type.ts';

@Resolver()
export class ReviewSignIn {
  @Query(() => ReviewSignInType, {
    nullable: true,
    description: 'Where a mailed way in would lead; null where it has ended. Changes nothing.',
  })
  async reviewSignIn(
    @Ctx() { db, now }: Context,
    @Arg('token', () => String) token: string,
  ): Promise<ReviewSignInType | null> {
    const link = await findReviewLink(db.sql, 'SIGN_IN', hashSecretToken(token), now);
    return link && new ReviewSignInType(link);
  }
}
