import { ledgerOfRequest, type RequestNote } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { OptOutPolicyType } from '../policies/opt-out-policy.type.ts';
import { CampaignType } from '../campaigns/campaign.type.ts';
import { GivenReasonType } from '../reasons/given-reason.type.ts';
import { LedgerEventType } from '../ledger/ledger-event.type.ts';
import { OptOutReceiptType } from '../receipts/opt-out-receipt.type.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { RecipientType } from '../recipients/recipient.type.ts';
import { RequestNoteType } from './request-note.type.ts';

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

  @FieldResolver(() => GivenReasonType, { nullable: true })
  async reason(
    @Root() { row }: OptOutRequestType,
    @Ctx() { loaders }: Context,
  ): Promise<GivenReasonType | null> {
    const given = await loaders.givenReason.load(row.id);
    return given && new GivenReasonType(given);
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

  @FieldResolver(() => [RequestNoteType], {
    description: 'What was written down beside it, the oldest first. Goes when evidence goes.',
  })
  notes(
    @Root() { row }: OptOutRequestType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly RequestNote[]> {
    return loaders.notes.load(row.id);
  }

  @FieldResolver(() => OptOutReceiptType)
  receipt(@Root() { row }: OptOutRequestType): OptOutReceiptType {
    return new OptOutReceiptType(row);
  }
}
