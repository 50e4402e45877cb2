import { campaignProgress, countCampaign, freeTextsOfCampaign } from '@adieu/db';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { CampaignReportType } from '../reports/campaign-report.type.ts';
import { GivenReasonConnection, GivenReasonType } from '../reasons/given-reason.type.ts';
import { ReviewCampaignType } from './review-campaign.type.ts';

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
    const listed = await freeTextsOfCampaign(db.sql, row.id, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new GivenReasonConnection(
      pageOf(
        listed,
        (text) => new GivenReasonType(text),
        (text) => writeCursor(text.requestId),
      ),
    );
  }
}
