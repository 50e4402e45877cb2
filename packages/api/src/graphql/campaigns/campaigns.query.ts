import { listCampaigns } from '@adieu/db';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { CampaignType, CampaignConnection } from './campaign.type.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { CampaignFilter } from './campaign-filter.input.ts';

@Resolver()
export class Campaigns {
  @Query(() => CampaignConnection, { description: 'The newest first.' })
  async campaigns(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CampaignFilter, { nullable: true }) filter?: CampaignFilter | null,
  ): Promise<CampaignConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listCampaigns(ctx.db.sql, viewerOf(ctx).organisationId, {
      filter: {
        accountId: readOptionalId('account', filter?.accountId, 'filter.accountId'),
        addressBookId: readOptionalId('book', filter?.addressBookId, 'filter.addressBookId'),
        states: filter?.states ?? null,
        now: ctx.now,
      },
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new CampaignConnection(
      pageOf(
        listed,
        (row) => new CampaignType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
