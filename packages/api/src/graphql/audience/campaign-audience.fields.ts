import { type CampaignAudience as Kept, countAudience, namedAddresses } from '@adieu/db';
import type { AddressChoice } from '@adieu/domain';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import {
  AudienceAddressesType,
  AudienceCountType,
  CampaignAudienceType,
} from './campaign-audience.type.ts';
import { CampaignType } from '../campaigns/campaign.type.ts';
import { TopicType } from '../topics/topic.type.ts';

@Resolver(() => CampaignAudienceType)
export class CampaignAudience {
  @FieldResolver(() => [TopicType], {
    nullable: true,
    description: 'Who hears about one of these.',
  })
  async topics(
    @Root() { row }: CampaignAudienceType,
    @Ctx() { loaders }: Context,
  ): Promise<TopicType[] | null> {
    const ids = row.audience?.topics;
    if (!ids) return null;
    const topics = await Promise.all(ids.map((id) => loaders.topic.load(id)));
    return topics.flatMap((topic) => (topic === null ? [] : [new TopicType(topic)]));
  }

  @FieldResolver(() => [AddressBookType], {
    description: 'Whose contacts are left out.',
  })
  async exceptBooks(
    @Root() { row }: CampaignAudienceType,
    @Ctx() { loaders }: Context,
  ): Promise<AddressBookType[]> {
    const ids = row.audience?.exceptBooks ?? [];
    const books = await Promise.all(ids.map((id) => loaders.book.load(id)));
    return books.flatMap((book) => (book === null ? [] : [new AddressBookType(book)]));
  }

  @FieldResolver(() => [CampaignType], { description: 'Whose recipients are left out.' })
  async exceptCampaigns(
    @Root() { row }: CampaignAudienceType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType[]> {
    const ids = row.audience?.exceptCampaigns ?? [];
    const campaigns = await Promise.all(ids.map((id) => loaders.campaign.load(id)));
    return campaigns.flatMap((each) => (each === null ? [] : [new CampaignType(each)]));
  }

  @FieldResolver(() => AudienceAddressesType, {
    nullable: true,
    description: 'Who is left out by address.',
  })
  exceptAddresses(
    @Root() { row }: CampaignAudienceType,
    @Ctx() ctx: Context,
  ): Promise<AudienceAddressesType | null> {
    return addresses(ctx, row, 'EXCEPT', row.audience?.exceptAddresses);
  }

  @FieldResolver(() => AudienceAddressesType, {
    nullable: true,
    description: 'Who is chosen by address; null = not chosen so.',
  })
  onlyAddresses(
    @Root() { row }: CampaignAudienceType,
    @Ctx() ctx: Context,
  ): Promise<AudienceAddressesType | null> {
    return addresses(ctx, row, 'ONLY', row.audience?.onlyAddresses);
  }

  @FieldResolver(() => AudienceCountType, {
    nullable: true,
    description:
      'Looks at each contact, so ask for it alone. Null where it is no draft any more: see `progress`.',
  })
  async count(
    @Root() { row }: CampaignAudienceType,
    @Ctx() { db, now }: Context,
  ): Promise<AudienceCountType | null> {
    if (row.state !== 'DRAFT') return null;
    return new AudienceCountType(await countAudience(db.sql, row.id, now));
  }
}

async function addresses(
  { db }: Context,
  { id, state }: CampaignAudienceType['row'],
  choice: AddressChoice,
  given: Kept['onlyAddresses'],
): Promise<AudienceAddressesType | null> {
  if (given === undefined) return null;
  const named = state === 'DRAFT' ? await namedAddresses(db.sql, id) : [];
  const found = named.find((each) => each.choice === choice);
  return { given, notInBook: found?.notInBook ?? null };
}
