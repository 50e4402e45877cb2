import { setEvidenceRetention } from '@adieu/db';
import { RETENTION_REFUSALS } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Problem } from '../shared/problems.ts';
import { EvidenceRetentionType } from './evidence-retention.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemTable } from '../shared/problem-table.ts';

@InputType()
export class SetEvidenceRetentionInput extends IdempotentInput {
  @Field(() => GraphQLISO8601Duration, { description: 'Between 30 days and 10 years: P3Y.' })
  readonly evidence!: string;

  @Field(() => GraphQLISO8601Duration, { description: 'Between 1 day and 1 year: P90D.' })
  readonly origins!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether IP addresses are kept at all.',
  })
  readonly keepsOrigins!: boolean;
}

@ObjectType()
export class EvidenceRetentionSet {
  @Field(() => EvidenceRetentionType)
  readonly retention!: EvidenceRetentionType;
}

const SetEvidenceRetentionResult = keyResult('SetEvidenceRetentionResult', () => [
  EvidenceRetentionSet,
]);

const problemOf = problemTable(RETENTION_REFUSALS, {
  'not-a-period': ['invalid', 'evidence'],
  'evidence-period-out-of-range': ['invalid', 'evidence'],
  'origins-period-out-of-range': ['invalid', 'origins'],
});

@Resolver()
export class SetEvidenceRetention {
  @Mutation(() => SetEvidenceRetentionResult, {
    description:
      'Counts for what is kept already, too: the next daily run takes away what is past it.',
  })
  async setEvidenceRetention(
    @Ctx() ctx: Context,
    @Arg('input', () => SetEvidenceRetentionInput) input: SetEvidenceRetentionInput,
  ): Promise<typeof SetEvidenceRetentionResult> {
    const { organisationId } = viewerOf(ctx);
    const { evidence, origins, keepsOrigins } = input;
    const retention = { evidence, origins, keepsOrigins };
    const done = await idempotentMutation(ctx, 'setEvidenceRetention', input, async (sql) => {
      const set = await setEvidenceRetention(sql, organisationId, retention);
      return { refused: 'refused' in set ? set.refused : null };
    });
    if (done instanceof Problem) return done;
    const { refused } = done.result;
    return refused === null
      ? answer(EvidenceRetentionSet, { retention: new EvidenceRetentionType(retention) })
      : problemOf(refused);
  }
}
