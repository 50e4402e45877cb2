import { listInbound } from '@adieu/db';
import type { Channel, InboundState } from '@adieu/domain';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum } from '../shared/enums.ts';
import { InboundStateEnum } from '../shared/inbound-enums.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { InboundMessageConnection, InboundMessageType } from './inbound-message.type.ts';

@Resolver()
export class InboundMessages {
  @Query(() => InboundMessageConnection, {
    description:
      'What people wrote to senders of the organisation, or answered to its mails, the newest first.',
  })
  async inboundMessages(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => InboundStateEnum, { nullable: true }) state?: InboundState | null,
    @Arg('channel', () => ChannelEnum, { nullable: true }) channel?: Channel | null,
  ): Promise<InboundMessageConnection> {
    return list(ctx, viewerOf(ctx).organisationId, page, { state, channel });
  }

  @Query(() => InboundMessageConnection, {
    description:
      'What is nobody’s here, the newest first: texts to numbers that nobody sends from, mails that name none of ours.',
  })
  async strayInboundMessages(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => InboundStateEnum, { nullable: true }) state?: InboundState | null,
    @Arg('channel', () => ChannelEnum, { nullable: true }) channel?: Channel | null,
  ): Promise<InboundMessageConnection> {
    return list(ctx, null, page, { state, channel });
  }
}

async function list(
  { db }: Context,
  organisationId: string | null,
  page: PageArgs,
  {
    state,
    channel,
  }: { state?: InboundState | null | undefined; channel?: Channel | null | undefined },
): Promise<InboundMessageConnection> {
  const after = readCursor(page, ([id]) => isUuid(id));
  const listed = await listInbound(db.sql, organisationId, {
    states: state ? [state] : null,
    channel: channel ?? null,
    first: firstOf(page),
    after: after?.[0] ?? null,
  });
  return new InboundMessageConnection(
    pageOf(
      listed,
      (row) => new InboundMessageType(row),
      (row) => writeCursor(row.id),
    ),
  );
}
