import { releasedCampaign, releasedCampaigns, sendingAccounts } from '@adieu/db';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import {
  ReviewCampaignConnection,
  ReviewAccountType,
  ReviewCampaignType,
} from './review-campaign.type.ts';
import { ReviewViewType } from './review-view.type.ts';
import { readId } from '../shared/read-id.ts';

/** The reports behind a mailed link: what keys of the role ADMIN read, for the accounts that the link's member decides about. */
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
    const listed = await releasedCampaigns(db.sql, link, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new ReviewCampaignConnection(
      pageOf(
        listed,
        (row) => new ReviewCampaignType(row),
        (row) => writeCursor(row.id),
      ),
    );
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
    const campaignId = readId('campaign', id, 'id');
    const row = await releasedCampaign(db.sql, link, campaignId);
    return row && new ReviewCampaignType(row);
  }

  @FieldResolver(() => [ReviewAccountType], { description: 'By name.' })
  async accounts(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
  ): Promise<ReviewAccountType[]> {
    const rows = await sendingAccounts(db.sql, link);
    return rows.map((row) => new ReviewAccountType(row));
  }
}
