import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { openReviewLink } from './review-link.ts';
import { ReviewViewType } from './review-view.type.ts';

@Resolver()
export class Review {
  @Query(() => ReviewViewType, {
    nullable: true,
    description:
      'What waits for a decision of the person to whom the link was mailed; null where it has ended. Changes nothing.',
  })
  async review(
    @Ctx() ctx: Context,
    @Arg('token', () => String) token: string,
  ): Promise<ReviewViewType | null> {
    const link = await openReviewLink(ctx, token);
    return link && new ReviewViewType(link);
  }
}
