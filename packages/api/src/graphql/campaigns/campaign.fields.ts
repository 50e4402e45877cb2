import { campaignProgress, failedMessages } from '@adieu/db';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { firstOf } from '../shared/page-args.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { CampaignFailureType } from './campaign-failure.type.ts';
import { CampaignProgressType } from './campaign-progress.type.ts';
import { CampaignType } from './campaign.type.ts';
import { TopicType } from '../topics/topic.type.ts';

@Resolver(() => CampaignType)
export class CampaignFields {
  @FieldResolver(() => AddressBookType, {
    nullable: true,
    description: 'Null where its recipients were named by hand.',
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
