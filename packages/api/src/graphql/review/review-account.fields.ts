import { accountTrend, figuresBefore, type TrendStep } from '@adieu/db';
import { longTermRate, WARNING } from '@adieu/domain';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { TrendStepEnum } from '../shared/enums.ts';
import { AccountTrendType } from '../reports/account-trend.type.ts';
import { ReviewAccountType } from './review-campaign.type.ts';
import { BadArgument } from '../shared/bad-argument.ts';

const MOST_PERIODS = 120;

@Resolver(() => ReviewAccountType)
export class ReviewAccountFields {
  @FieldResolver(() => AccountTrendType)
  async trend(
    @Root() { row }: ReviewAccountType,
    @Ctx() { db, now }: Context,
    @Arg('step', () => TrendStepEnum, { defaultValue: 'WEEK' }) step: TrendStep,
    @Arg('last', () => Int, { defaultValue: 12 }) last: number,
  ): Promise<AccountTrendType> {
    if (last < 1 || last > MOST_PERIODS)
      throw new BadArgument('last', `must be between 1 and ${MOST_PERIODS}`);
    const [periods, figures] = await Promise.all([
      accountTrend(db.sql, row.id, step, last),
      figuresBefore(db.sql, row.id, now, WARNING.mostCampaigns),
    ]);
    return new AccountTrendType(periods, longTermRate(figures));
  }
}
