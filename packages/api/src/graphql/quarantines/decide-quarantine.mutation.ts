import { decideQuarantine, findQuarantine } from '@adieu/db';
import type { Decision } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { DecisionEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { QuarantineType } from './quarantine.type.ts';
import { problemOfDecision } from '../opt-out-requests/decision-problem.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';

@InputType()
export class DecideQuarantineInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DecisionEnum, {
    description: 'CONFIRM: all leave. DECLINE: all are back where they were before the burst.',
  })
  readonly decision!: Decision;

  @Field(() => String, {
    nullable: true,
    description: 'Needed to decline: the recipients will read it.',
  })
  readonly reason?: string | null;
}

@ObjectType()
export class QuarantineDecided {
  @Field(() => QuarantineType)
  readonly quarantine: QuarantineType;

  @Field(() => Int, { description: 'How many were decided by this; others were before.' })
  readonly decided: number;

  constructor(quarantine: QuarantineType, decided: number) {
    this.quarantine = quarantine;
    this.decided = decided;
  }
}

const DecideQuarantineResult = keyResult(
  'DecideQuarantineResult',
  () => [QuarantineDecided, NotFound, PolicyRefused] as const,
);

@Resolver()
export class DecideQuarantine {
  @Mutation(() => DecideQuarantineResult, {
    description: 'Confirms or declines all that waits in a burst. In force when this answers.',
  })
  async decideQuarantine(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideQuarantineInput) input: DecideQuarantineInput,
  ): Promise<typeof DecideQuarantineResult> {
    const { organisationId, name } = viewerOf(ctx);
    const quarantineId = readId('quarantine', input.id, 'id');
    const done = await idempotentMutation(ctx, 'decideQuarantine', input, async (sql) => ({
      ...(await decideQuarantine(sql, {
        organisationId,
        quarantineId,
        decision: input.decision,
        reason: input.reason ?? null,
        actor: { kind: 'ADMIN', name },
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
    return new QuarantineDecided(new QuarantineType(row), done.result.decided);
  }
}
