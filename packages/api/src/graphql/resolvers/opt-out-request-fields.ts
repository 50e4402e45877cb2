import { ledgerOfRequest } from '@adieu/db';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { AddressBookType, OptOutPolicyType } from '../types/address-book.ts';
import { CampaignType } from '../types/campaign.ts';
import { OptOutRequestConnection } from '../types/connections.ts';
import { LedgerEventType } from '../types/ledger-event.ts';
import { OptOutRequestType } from '../types/opt-out-request.ts';
import { RecipientType } from '../types/recipient.ts';

/** Where a request leads to. */
@Resolver(() => OptOutRequestType)
export class OptOutRequestFields {
  @FieldResolver(() => RecipientType)
  async recipient(
    @Root() { row }: OptOutRequestType,
    @Ctx() { loaders }: Context,
  ): Promise<RecipientType> {
    const recipient = await loaders.recipient.load(row.recipientId);
    if (recipient === null) throw new Error('a request has lost its recipient');
    return new RecipientType(recipient);
  }

  @FieldResolver(() => AddressBookType, { nullable: true })
  async addressBook(
    @Root() { row }: OptOutRequestType,
    @Ctx() { loaders }: Context,
  ): Promise<AddressBookType | null> {
    const book = row.addressBookId ? await loaders.book.load(row.addressBookId) : null;
    return book && new AddressBookType(book);
  }

  @FieldResolver(() => CampaignType, { nullable: true })
  async campaign(
    @Root() { row }: OptOutRequestType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType | null> {
    const campaign = row.campaignId ? await loaders.campaign.load(row.campaignId) : null;
    return campaign && new CampaignType(campaign);
  }

  @FieldResolver(() => OptOutPolicyType, {
    nullable: true,
    description: 'The policy that it was judged by, in the very version.',
  })
  async policy(
    @Root() { row }: OptOutRequestType,
    @Ctx() { loaders }: Context,
  ): Promise<OptOutPolicyType | null> {
    const policy = await loaders.policyOfRequest.load(row.id);
    return policy && new OptOutPolicyType(policy);
  }

  @FieldResolver(() => [LedgerEventType], { description: 'What happened to it, in order.' })
  async history(
    @Root() { row }: OptOutRequestType,
    @Ctx() { db }: Context,
  ): Promise<LedgerEventType[]> {
    return (await ledgerOfRequest(db.sql, row.id)).map((event) => new LedgerEventType(event));
  }
}

@Resolver(() => OptOutRequestConnection)
export class OptOutRequestConnectionFields {
  @FieldResolver(() => Int, { description: 'How many meet the filter, over all pages.' })
  async totalCount(@Root() connection: OptOutRequestConnection): Promise<number> {
    return (await connection.page.count?.()) ?? 0;
  }
}
