import { campaignProgress, failedMessages, findCampaigns, listCampaigns } from '@adieu/db';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { CampaignFailureType, CampaignProgressType, CampaignType } from './campaign.type.ts';
import { CampaignConnection } from './campaign.type.ts';
import { TopicType } from '../topics/topic.type.ts';

@Resolver(() => CampaignType)
export class Campaigns {
  @Query(() => CampaignType, { nullable: true })
  async campaign(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<CampaignType | null> {
    const uuid = fromId('campaign', id);
    if (uuid === null) return null;
    const [row] = await findCampaigns(ctx.db.sql, viewerOf(ctx).organisationId, [uuid]);
    return row === undefined ? null : new CampaignType(row);
  }

  @Query(() => CampaignConnection, { description: 'The newest first.' })
  async campaigns(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CampaignConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listCampaigns(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({ node: new CampaignType(row), cursor: writeCursor(row.id) }));
    return new CampaignConnection({ edges, hasNext });
  }

  @FieldResolver(() => AddressBookType, {
    nullable: true,
    description: 'Null where its recipients were named by hand (B6).',
  })
  async addressBook(
    @Root() { row }: CampaignType,
    @Ctx() { loaders }: Context,
  ): Promise<AddressBookType | null> {
    const book = row.addressBookId ? await loaders.book.load(row.addressBookId) : null;
    return book && new AddressBookType(book);
  }

  @FieldResolver(() => TopicType, { nullable: true })
  async topic(
    @Root() { row }: CampaignType,
    @Ctx() { loaders }: Context,
  ): Promise<TopicType | null> {
    const topic = row.topicId ? await loaders.topic.load(row.topicId) : null;
    return topic && new TopicType(topic);
  }

  @FieldResolver(() => CampaignProgressType)
  async progress(
    @Root() { row }: CampaignType,
    @Ctx() { db }: Context,
  ): Promise<CampaignProgressType> {
    return new CampaignProgressType(await campaignProgress(db.sql, row.id));
  }

  @FieldResolver(() => [CampaignFailureType], {
    description: 'Messages that failed or are unknown.',
  })
  async failures(
    @Root() { row }: CampaignType,
    @Ctx() { db }: Context,
    @Arg('first', () => Int, { nullable: true, description: 'At most 100; 25 if not given.' })
    first?: number | null,
  ): Promise<CampaignFailureType[]> {
    const failed = await failedMessages(db.sql, row.id, firstOf({ first: first ?? null }));
    return failed.map((each) => new CampaignFailureType(each));
  }
}
