import { wantsWeeklyReport } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ReviewViewType } from './review-view.type.ts';

@Resolver(() => ReviewViewType)
export class WeeklyReport {
  @FieldResolver(() => Boolean, {
    description: 'Whether they want the mail with the figures of each week.',
  })
  weeklyReport(@Root() { link }: ReviewViewType, @Ctx() { db }: Context): Promise<boolean> {
    return wantsWeeklyReport(db.sql, link.memberId);
  }
}
