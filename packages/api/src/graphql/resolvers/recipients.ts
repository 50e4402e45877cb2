import {
  consentsOf,
  findRecipient,
  ledgerOfAddress,
  proofsOf,
  requestsOfRecipient,
  suppressionsOf,
} from '@adieu/db';
import type { Channel } from '@adieu/domain';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { readAddress } from '../address.ts';
import { type Context, viewerOf } from '../context.ts';
import { ChannelEnum } from '../enums.ts';
import { firstOf, PageArgs, readCursor, writeCursor } from '../page-args.ts';
import { Problem } from '../problems.ts';
import { LedgerEventConnection } from '../types/connections.ts';
import { ConsentProofType } from '../types/consent-proof.ts';
import { ConsentType } from '../types/consent.ts';
import { LedgerEventType } from '../types/ledger-event.ts';
import { OptOutReceiptType } from '../types/opt-out-receipt.ts';
import { OptOutRequestType } from '../types/opt-out-request.ts';
import { RecipientType, SuppressionType } from '../types/recipient.ts';

@Resolver(() => RecipientType)
export class Recipients {
  @Query(() => RecipientType, {
    nullable: true,
    description: 'Null for an address that nobody here has.',
  })
  async recipient(
    @Ctx() ctx: Context,
    @Arg('address', () => String) address: string,
    @Arg('channel', () => ChannelEnum) channel: Channel,
  ): Promise<RecipientType | null> {
    const known = readAddress(ctx.ring, address, channel);
    if (known instanceof Problem) return null;
    const row = await findRecipient(
      ctx.db.sql,
      viewerOf(ctx).organisationId,
      channel,
      known.addressKey,
    );
    return row && new RecipientType(row);
  }

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
    description: 'All that happened to this address on this channel, in order (D4).',
  })
  async history(
    @Root() { row }: RecipientType,
    @Ctx() { db }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<LedgerEventConnection> {
    const { organisationId, channel } = row;
    const [after = null] = readCursor(page, ([id]) => /^\d{1,18}$/.test(id ?? '')) ?? [];
    const { rows, hasNext } = await ledgerOfAddress(db.sql, {
      organisationId,
      addressKey: Buffer.from(row.addressKey),
      channel,
      first: firstOf(page),
      after,
    });
    const edges = rows.map((event) => ({
      node: new LedgerEventType(event),
      cursor: writeCursor(event.id),
    }));
    return new LedgerEventConnection({ edges, hasNext });
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
