import {
  consentsOf,
  ledgerOfAddress,
  proofsOf,
  requestsOfRecipient,
  suppressionsOf,
} from '@adieu/db';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { LedgerEventConnection, LedgerEventType } from '../ledger/ledger-event.type.ts';
import { ConsentProofType } from '../consents/consent-proof.type.ts';
import { ConsentType } from '../consents/consent.type.ts';
import { OptOutReceiptType } from '../receipts/opt-out-receipt.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { RecipientType } from './recipient.type.ts';
import { SuppressionType } from '../suppressions/suppression.type.ts';

@Resolver(() => RecipientType)
export class RecipientFields {
  @FieldResolver(() => [SuppressionType], {
    description: 'What stops messages now, the oldest first.',
  })
  async suppressions(
    @Root() { row }: RecipientType,
    @Ctx() { db }: Context,
  ): Promise<SuppressionType[]> {
    return (await suppressionsOf(db.sql, row.id)).map((each) => new SuppressionType(each));
  }

  @FieldResolver(() => [OptOutRequestType], { description: 'All requests, the newest first.' })
  async requests(
    @Root() { row }: RecipientType,
    @Ctx() { db }: Context,
  ): Promise<OptOutRequestType[]> {
    return (await requestsOfRecipient(db.sql, row.id)).map((each) => new OptOutRequestType(each));
  }

  @FieldResolver(() => LedgerEventConnection, {
    description: 'All that happened to this address on this channel, in order.',
  })
  async history(
    @Root() { row }: RecipientType,
    @Ctx() { db }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<LedgerEventConnection> {
    const { organisationId, channel } = row;
    const [after = null] = readCursor(page, ([id]) => /^\d{1,18}$/.test(id ?? '')) ?? [];
    const listed = await ledgerOfAddress(db.sql, {
      organisationId,
      addressKey: Buffer.from(row.addressKey),
      channel,
      first: firstOf(page),
      after,
    });
    return new LedgerEventConnection(
      pageOf(
        listed,
        (event) => new LedgerEventType(event),
        (event) => writeCursor(event.id),
      ),
    );
  }

  @FieldResolver(() => [OptOutReceiptType], {
    description: 'A receipt of each request, the newest first.',
  })
  async receipts(
    @Root() { row }: RecipientType,
    @Ctx() { db }: Context,
  ): Promise<OptOutReceiptType[]> {
    return (await requestsOfRecipient(db.sql, row.id)).map((each) => new OptOutReceiptType(each));
  }

  @FieldResolver(() => [ConsentProofType], {
    description: 'The proofs of coming back, the newest first.',
  })
  async consentProofs(
    @Root() { row }: RecipientType,
    @Ctx() { db }: Context,
  ): Promise<ConsentProofType[]> {
    return (await proofsOf(db.sql, row.id)).map((proof) => new ConsentProofType(proof));
  }

  @FieldResolver(() => [ConsentType], {
    description: 'Consents that admins recorded by hand, the newest first.',
  })
  async consents(@Root() { row }: RecipientType, @Ctx() { db }: Context): Promise<ConsentType[]> {
    return (await consentsOf(db.sql, row.id)).map((consent) => new ConsentType(consent));
  }
}
