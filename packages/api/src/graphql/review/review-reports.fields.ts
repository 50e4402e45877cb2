import {
  accountTrend,
  campaignProgress,
  countCampaign,
  figuresBefore,
  freeTextsOfCampaign,
  releasedCampaign,
  releasedCampaigns,
  sendingAccounts,
  type TrendStep,
} from '@adieu/db';
import { longTermRate, WARNING } from '@adieu/domain';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { TrendStepEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import {
  badArgument,
  firstOf,
  isUuid,
  PageArgs,
  readCursor,
  writeCursor,
} from '../shared/page-args.ts';
import { AccountTrendType } from '../reports/account-trend.type.ts';
import { CampaignReportType } from '../reports/campaign-report.type.ts';
import { GivenReasonConnection } from '../reasons/given-reason.type.ts';
import { ReviewCampaignConnection } from './review-campaign.type.ts';
import { GivenReasonType } from '../reasons/given-reason.type.ts';
import { ReviewAccountType, ReviewCampaignType } from './review-campaign.type.ts';
import { ReviewViewType } from './review-view.type.ts';

const MOST_PERIODS = 120;

/** The reports behind a mailed link: what keys of the role ADMIN read, for the link's own organisation. */
@Resolver(() => ReviewViewType)
export class ReviewReports {
  @FieldResolver(() => ReviewCampaignConnection, {
    description: 'Released campaigns, the newest first.',
  })
  async campaigns(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReviewCampaignConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await releasedCampaigns(db.sql, link.organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({
      node: new ReviewCampaignType(row),
      cursor: writeCursor(row.id),
    }));
    return new ReviewCampaignConnection({ edges, hasNext });
  }

  @FieldResolver(() => ReviewCampaignType, {
    nullable: true,
    description: 'Null where it is none of theirs, or was never released.',
  })
  async campaign(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<ReviewCampaignType | null> {
    const campaignId = fromId('campaign', id);
    if (campaignId === null) return null;
    const row = await releasedCampaign(db.sql, link.organisationId, campaignId);
    return row && new ReviewCampaignType(row);
  }

  @FieldResolver(() => [ReviewAccountType], { description: 'By name.' })
  async accounts(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
  ): Promise<ReviewAccountType[]> {
    const rows = await sendingAccounts(db.sql, link.organisationId);
    return rows.map((row) => new ReviewAccountType(row));
  }
}

@Resolver(() => ReviewCampaignType)
export class ReviewCampaignFields {
  @FieldResolver(() => CampaignReportType)
  async report(
    @Root() { row }: ReviewCampaignType,
    @Ctx() { db }: Context,
  ): Promise<CampaignReportType> {
    const [progress, counted] = await Promise.all([
      campaignProgress(db.sql, row.id),
      countCampaign(db.sql, row.id),
    ]);
    return new CampaignReportType(row, progress, counted);
  }

  @FieldResolver(() => GivenReasonConnection, {
    description: 'What they said in their own words; plain text, never markup.',
  })
  async freeTexts(
    @Root() { row }: ReviewCampaignType,
    @Ctx() { db }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<GivenReasonConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await freeTextsOfCampaign(db.sql, row.id, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((text) => ({
      node: new GivenReasonType(text),
      cursor: writeCursor(text.requestId),
    }));
    return new GivenReasonConnection({ edges, hasNext });
  }
}

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
      throw badArgument('last', `must be between 1 and ${MOST_PERIODS}`);
    const [periods, figures] = await Promise.all([
      accountTrend(db.sql, row.id, step, last),
      figuresBefore(db.sql, row.id, now, WARNING.mostCampaigns),
    ]);
    return new AccountTrendType(periods, longTermRate(figures));
  }
}
