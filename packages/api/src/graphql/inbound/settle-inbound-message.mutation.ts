import { findInbound, settleParked } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Conflict, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { InboundMessageType } from './inbound-message.type.ts';

@InputType()
export class InboundMessageInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class InboundMessageSettled {
  @Field(() => InboundMessageType)
  readonly inboundMessage!: InboundMessageType;
}

const InboundMessageResult = keyResult('InboundMessageResult', () => [
  InboundMessageSettled,
  NotFound,
]);

@Resolver()
export class SettleInboundMessage {
  @Mutation(() => InboundMessageResult, {
    description: 'Has one that waits for a member read again, within a minute.',
  })
  readInboundMessageAgain(
    @Ctx() ctx: Context,
    @Arg('input', () => InboundMessageInput) input: InboundMessageInput,
  ): Promise<typeof InboundMessageResult> {
    return settle(ctx, input, 'READ_AGAIN');
  }

  @Mutation(() => InboundMessageResult, {
    description: 'Lets one go that waits for a member: nothing is done about it.',
  })
  dismissInboundMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => InboundMessageInput) input: InboundMessageInput,
  ): Promise<typeof InboundMessageResult> {
    return settle(ctx, input, 'DISMISSED');
  }
}

/** What is nobody's here is for operators; whoever is none has those of their organisation. */
async function settle(
  ctx: Context,
  input: InboundMessageInput,
  as: 'READ_AGAIN' | 'DISMISSED',
): Promise<typeof InboundMessageResult> {
  const viewer = viewerOf(ctx);
  const id = readId('inbound', input.id, 'id');
  const isOperator = viewer.grants.some(({ right }) => right === 'OPERATOR');
  const organisationId = isOperator ? null : viewer.organisationId;
  const actor = actorOf(viewer);
  const name = as === 'READ_AGAIN' ? 'readInboundMessageAgain' : 'dismissInboundMessage';
  const done = await idempotentMutation(ctx, name, input, (tx) =>
    settleParked(tx, { organisationId, id, as, by: actor.name, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  const row = await findInbound(ctx.db.sql, organisationId, id);
  if (row === null) return new NotFound('inbound message', 'id');
  if ('refused' in done.result) return new Conflict('NOT_PARKED', WHY[done.result.refused], 'id');
  return answer(InboundMessageSettled, { inboundMessage: new InboundMessageType(row) });
}

const WHY = {
  'not-found': 'It is gone.',
  'not-parked': 'It waits for nobody (any more).',
  unreadable: 'What its gateway sent can not be read: have the gateway bring it again.',
} as const;
