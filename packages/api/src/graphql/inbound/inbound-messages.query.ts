import { listInbound } from '@adieu/db';
import type { InboundState } from '@adieu/domain';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { InboundStateEnum } from '../shared/enums.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { InboundMessageConnection, InboundMessageType } from './inbound-message.type.ts';

@Resolver()
export class InboundMessages {
  @Query(() => InboundMessageConnection, {
    description: 'What people wrote to senders of the organisation, the newest first.',
  })
  async inboundMessages(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => InboundStateEnum, { nullable: true }) state?: InboundState | null,
  ): Promise<InboundMessageConnection> {
    return list(ctx, viewerOf(ctx).organisationId, page, state);
  }

  @Query(() => InboundMessageConnection, {
    description: 'What came to numbers that nobody here sends from, the newest first.',
  })
  async strayInboundMessages(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => InboundStateEnum, { nullable: true }) state?: InboundState | null,
  ): Promise<InboundMessageConnection> {
    return list(ctx, null, page, state);
  }
}

async function list(
  { db }: Context,
  organisationId: string | null,
  page: PageArgs,
  state?: InboundState | null,
): Promise<InboundMessageConnection> {
  const after = readCursor(page, ([id]) => isUuid(id));
  const listed = await listInbound(db.sql, organisationId, {
    states: state ? [state] : null,
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
