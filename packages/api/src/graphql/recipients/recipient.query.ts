import { findRecipient } from '@adieu/db';
import type { Channel } from '@adieu/domain';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum } from '../shared/enums.ts';
import { Problem } from '../shared/problems.ts';
import { RecipientType } from './recipient.type.ts';

@Resolver()
export class RecipientQuery {
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
}
