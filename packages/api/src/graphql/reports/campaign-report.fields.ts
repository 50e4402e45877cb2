import {
  campaignOverTime,
  freeTextsOfCampaign,
  optOutsBy,
  type OptOutsBy,
  type ReportStep,
  smsOutcome,
} from '@adieu/db';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import type { Context } from '../shared/context.ts';
import { ReportStepEnum } from '../shared/enums.ts';
import { isUuid, firstOf, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import {
  CampaignReportType,
  OptOutsByMethodType,
  OptOutsByReasonType,
  OptOutsByScopeType,
  ReportBucketType,
} from './campaign-report.type.ts';
import { GivenReasonConnection, GivenReasonType } from '../reasons/given-reason.type.ts';
import { BadArgument } from '../shared/bad-argument.ts';
import { SmsOutcomeType } from './sms-outcome.type.ts';

const MOST_BUCKETS = 1_000;

@Resolver(() => CampaignReportType)
export class CampaignReportFields {
  @FieldResolver(() => SmsOutcomeType, {
    nullable: true,
    description: 'Null of a campaign by mail.',
  })
  sms(
    @Root() { campaign }: CampaignReportType,
    @Ctx() { db }: Context,
  ): Promise<SmsOutcomeType | null> {
    return smsOutcome(db.sql, campaign.id);
  }

  @FieldResolver(() => [OptOutsByMethodType], { description: 'The most frequent first.' })
  async optOutsByMethod(@Root() report: CampaignReportType, @Ctx() { db }: Context) {
    return (await partsOf(report, db)).method;
  }

  @FieldResolver(() => [OptOutsByScopeType], { description: 'The most frequent first.' })
  async optOutsByScope(@Root() report: CampaignReportType, @Ctx() { db }: Context) {
    return (await partsOf(report, db)).scope;
  }

  @FieldResolver(() => [OptOutsByReasonType], {
    description: 'Why they left, where they picked a reason; the most frequent first.',
  })
  async optOutsByReason(@Root() report: CampaignReportType, @Ctx() { db }: Context) {
    return (await partsOf(report, db)).reason.map((row) => new OptOutsByReasonType(row));
  }

  @FieldResolver(() => [ReportBucketType], {
    description: 'What happened when, without empty hours or days.',
  })
  overTime(
    @Root() { campaign }: CampaignReportType,
    @Ctx() { db }: Context,
    @Arg('step', () => ReportStepEnum, { defaultValue: 'DAY' }) step: ReportStep,
    @Arg('first', () => Int, {
      nullable: true,
      description: `At most and if not given ${MOST_BUCKETS}.`,
    })
    first?: number | null,
  ): Promise<readonly ReportBucketType[]> {
    const limit = first ?? MOST_BUCKETS;
    if (limit < 1 || limit > MOST_BUCKETS)
      throw new BadArgument('first', `must be between 1 and ${MOST_BUCKETS}`);
    return campaignOverTime(db.sql, campaign.id, step, limit);
  }

  @FieldResolver(() => GivenReasonConnection, {
    description: 'What they said in their own words; for admins and auditors.',
  })
  async freeTexts(
    @Root() { campaign }: CampaignReportType,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<GivenReasonConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await freeTextsOfCampaign(ctx.db.sql, campaign.id, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new GivenReasonConnection(
      pageOf(
        listed,
        (row) => new GivenReasonType(row),
        (row) => writeCursor(row.requestId),
      ),
    );
  }
}

const parts = new WeakMap<CampaignReportType, Promise<OptOutsBy>>();

/** Counted once for each report, whichever fields ask. */
function partsOf(report: CampaignReportType, db: Context['db']): Promise<OptOutsBy> {
  const counted = parts.get(report) ?? optOutsBy(db.sql, report.campaign.id);
  parts.set(report, counted);
  return counted;
}
