import { decideQuarantine, findQuarantine } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { QuarantineType } from './quarantine.type.ts';
import { problemOfDecision } from '../opt-out-requests/decision-problem.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { DecideQuarantineInput } from './decide-quarantine.input.ts';

@ObjectType()
export class QuarantineDecided {
  @Field(() => QuarantineType)
  readonly quarantine!: QuarantineType;

  @Field(() => Int, { description: 'How many were decided by this; others were before.' })
  readonly decided!: number;
}

const DecideQuarantineResult = keyResult('DecideQuarantineResult', () => [
  QuarantineDecided,
  NotFound,
  PolicyRefused,
]);

@Resolver()
export class DecideQuarantine {
  @Mutation(() => DecideQuarantineResult, {
    description: 'Confirms or declines all that waits in a burst. In force when this answers.',
  })
  async decideQuarantine(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideQuarantineInput) input: DecideQuarantineInput,
  ): Promise<typeof DecideQuarantineResult> {
    const { organisationId } = viewerOf(ctx);
    const quarantineId = readId('quarantine', input.id, 'id');
    const done = await idempotentMutation(ctx, 'decideQuarantine', input, async (sql) => ({
      ...(await decideQuarantine(sql, {
        organisationId,
        quarantineId,
        decision: input.decision,
        reason: input.reason ?? null,
        actor: actorOf(viewerOf(ctx)),
        now: ctx.now,
      })),
    }));
    if (done instanceof Problem) return done;
    if ('refused' in done.result) {
      const { refused } = done.result;
      return refused === 'not-found'
        ? new NotFound('quarantine', 'id')
        : problemOfDecision(refused);
    }
    const row = await findQuarantine(ctx.db.sql, organisationId, quarantineId);
    if (row === null) return new NotFound('quarantine', 'id');
    return answer(QuarantineDecided, {
      quarantine: new QuarantineType(row),
      decided: done.result.decided,
    });
  }
}
