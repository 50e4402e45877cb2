import { extendRequest, findRequests } from '@adieu/db';
import { actorOf, EXTENSION_REFUSALS, LONGEST_REASON } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemTable } from '../shared/problem-table.ts';
import { problemOfDecision } from './decision-problem.ts';

@InputType()
export class ExtendOptOutRequestInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Date, { description: 'The new end of the review: later than the old one.' })
  readonly deadline!: Date;

  @Field(() => String, { nullable: true })
  readonly reason?: string | null;
}

@ObjectType()
export class OptOutRequestExtended {
  @Field(() => OptOutRequestType)
  readonly request!: OptOutRequestType;
}

const ExtendOptOutRequestResult = keyResult('ExtendOptOutRequestResult', () => [
  OptOutRequestExtended,
  NotFound,
]);

const problemOf = problemTable(EXTENSION_REFUSALS, {
  'already-closed': ['conflict', 'id'],
  'not-later': ['invalid', 'deadline'],
  'beyond-the-longest-review': ['invalid', 'deadline'],
});

@Resolver()
export class ExtendOptOutRequest {
  @Mutation(() => ExtendOptOutRequestResult, {
    description: 'Gives an open request more time; the address stays paused.',
  })
  async extendOptOutRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => ExtendOptOutRequestInput) input: ExtendOptOutRequestInput,
  ): Promise<typeof ExtendOptOutRequestResult> {
    const { organisationId } = viewerOf(ctx);
    const requestId = readId('optout', input.id, 'id');
    if ((input.reason?.length ?? 0) > LONGEST_REASON) return problemOfDecision('reason-too-long');
    const done = await idempotentMutation(ctx, 'extendOptOutRequest', input, async (sql) => {
      const { deadline, reason = null } = input;
      const actor = actorOf(viewerOf(ctx));
      const act = { organisationId, requestId, deadline, reason, actor, now: ctx.now };
      const extended = await extendRequest(sql, act);
      return { refused: 'refused' in extended ? extended.refused : null };
    });
    if (done instanceof Problem) return done;
    const { refused } = done.result;
    if (refused === 'not-found') return new NotFound('request', 'id');
    if (refused !== null) return problemOf(refused);
    const [row] = await findRequests(ctx.db.sql, organisationId, [requestId]);
    return answer(OptOutRequestExtended, { request: new OptOutRequestType(row!) });
  }
}
