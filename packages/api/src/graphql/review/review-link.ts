import { findReviewLink, type ReviewLink } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import type { Context } from '../shared/context.ts';

/** What a review's token opens; null for every other one. */
export function openReviewLink(ctx: Context, token: string): Promise<ReviewLink | null> {
  return findReviewLink(ctx.db.sql, 'REVIEW', hashSecretToken(token), ctx.now);
}
