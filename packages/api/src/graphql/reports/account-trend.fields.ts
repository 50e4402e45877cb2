import { accountTrend, figuresBefore, type TrendStep } from '@adieu/db';
import { longTermRate, WARNING } from '@adieu/domain';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { TrendStepEnum } from '../shared/enums.ts';
import { AccountTrendType } from './account-trend.type.ts';
import { AccountType } from '../accounts/account.type.ts';
import { BadArgument } from '../shared/bad-argument.ts';

const MOST_PERIODS = 120;
const DEFAULT_PERIODS = 12;

@Resolver(() => AccountType)
export class AccountTrends {
  @FieldResolver(() => AccountTrendType, {
    description: 'By figures that are counted again every ten minutes while a campaign is young.',
  })
  async trend(
    @Root() { row }: AccountType,
    @Ctx() ctx: Context,
    @Arg('step', () => TrendStepEnum, { defaultValue: 'MONTH' }) step: TrendStep,
    @Arg('last', () => Int, {
      nullable: true,
      description: `So many weeks or months; at most ${MOST_PERIODS}, ${DEFAULT_PERIODS} if not given.`,
    })
    last?: number | null,
  ): Promise<AccountTrendType> {
    const { db, now } = ctx;
    const limit = last ?? DEFAULT_PERIODS;
    if (limit < 1 || limit > MOST_PERIODS)
      throw new BadArgument('last', `must be between 1 and ${MOST_PERIODS}`);
    const [periods, figures] = await Promise.all([
      accountTrend(db.sql, row.id, step, limit),
      figuresBefore(db.sql, row.id, now, WARNING.mostCampaigns),
    ]);
    return new AccountTrendType(periods, longTermRate(figures));
  }
}
