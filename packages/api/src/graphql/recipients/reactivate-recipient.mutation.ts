import { findRequests, mayContact, reactivateRecipient } from '@adieu/db';
import { actorOf, REACTIVATION_REFUSALS } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { GateAnswerType } from '../gate/gate-answer.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemTable } from '../shared/problem-table.ts';

@InputType()
export class ReactivateRecipientInput extends IdempotentInput {
  @Field(() => ID, { description: 'The confirmed opt-out to lift.' })
  readonly requestId!: string;

  @Field(() => String, { description: 'Why; kept for good, with who and when.' })
  readonly reason!: string;
}

@ObjectType()
export class RecipientReactivated {
  @Field(() => OptOutRequestType)
  readonly request!: OptOutRequestType;

  @Field(() => GateAnswerType, {
    description: 'What the gate says by now of the book’s messages to this address.',
  })
  readonly mayContact!: GateAnswerType;
}

const ReactivateRecipientResult = keyResult('ReactivateRecipientResult', () => [
  RecipientReactivated,
  PolicyRefused,
  NotFound,
]);

const problemOf = problemTable(REACTIVATION_REFUSALS, {
  'not-in-force': ['conflict', 'requestId'],
  'marketing-returns-by-recipient': ['policy', 'requestId'],
  'recipient-alone-may-return': ['policy', 'requestId'],
  'reason-required': ['invalid', 'reason'],
  'reason-too-long': ['invalid', 'reason'],
});

@Resolver()
export class ReactivateRecipient {
  @Mutation(() => ReactivateRecipientResult, {
    description:
      'Brings somebody back to a service book whose policy leaves that to its controller. For marketing there is no such way.',
  })
  async reactivateRecipient(
    @Ctx() ctx: Context,
    @Arg('input', () => ReactivateRecipientInput) input: ReactivateRecipientInput,
  ): Promise<typeof ReactivateRecipientResult> {
    const { organisationId } = viewerOf(ctx);
    const actor = actorOf(viewerOf(ctx));
    const requestId = readId('optout', input.requestId, 'requestId');
    const done = await idempotentMutation(ctx, 'reactivateRecipient', input, async (sql) => {
      const { reason } = input;
      const act = { organisationId, requestId, reason, actor, now: ctx.now };
      const reactivated = await reactivateRecipient(sql, act);
      return { refused: 'refused' in reactivated ? reactivated.refused : null };
    });
    if (done instanceof Problem) return done;
    const { refused } = done.result;
    if (refused === 'not-found') return new NotFound('request', 'requestId');
    if (refused !== null) return problemOf(refused);
    const [row] = await findRequests(ctx.db.sql, organisationId, [requestId]);
    const judged = await mayContact(ctx.db.sql, {
      organisationId,
      channel: row!.channel,
      addressKey: Buffer.from(row!.addressKey),
      addressBookId: row!.scopeId,
      topicId: null,
      accountId: null,
      purpose: null,
      now: ctx.now,
    });
    if ('refused' in judged) throw new Error('a request about a book that is not there');
    return answer(RecipientReactivated, {
      request: new OptOutRequestType(row!),
      mayContact: new GateAnswerType(judged.answer),
    });
  }
}
