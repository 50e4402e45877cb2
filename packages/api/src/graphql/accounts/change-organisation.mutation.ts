import { changeOrganisation, type OrganisationChange } from '@adieu/db';
import { PROOF_RETENTION_DAYS, RETENTION_REFUSALS, type Widening } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { WideningEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Problem } from '../shared/problems.ts';
import { problemTable } from '../shared/problem-table.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { OrganisationType } from './organisation.type.ts';

const { least, most } = PROOF_RETENTION_DAYS;

@InputType()
export class ChangeOrganisationInput extends IdempotentInput {
  @Field(() => String, { nullable: true, description: 'What recipients know it by.' })
  readonly name?: string | null;

  @Field(() => WideningEnum, {
    nullable: true,
    description:
      'What an opt-out of a topic or a marketing book counts for from now on. What was recorded stays as it is; service books are never widened.',
  })
  readonly widening?: Widening | null;

  @Field(() => Int, {
    nullable: true,
    description: `For how many days a proof is kept after its consent ended: ${least} to ${most}. Null: as long as the law of its account’s country.`,
  })
  readonly proofRetentionDays?: number | null;

  @Field(() => GraphQLISO8601Duration, {
    nullable: true,
    description: 'How long evidence is kept: between 30 days and 10 years, as in P3Y.',
  })
  readonly evidence?: string | null;

  @Field(() => GraphQLISO8601Duration, {
    nullable: true,
    description: 'How long the IP addresses in it are kept: between 1 day and 1 year, as in P90D.',
  })
  readonly origins?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether IP addresses are kept at all.',
  })
  readonly keepsOrigins?: boolean | null;
}

@ObjectType()
export class OrganisationChanged {
  @Field(() => OrganisationType)
  readonly organisation!: OrganisationType;
}

const ChangeOrganisationResult = keyResult('ChangeOrganisationResult', () => [OrganisationChanged]);

const problemOf = problemTable(
  {
    ...RETENTION_REFUSALS,
    'proof-days-out-of-range': `Proofs are kept for ${least} to ${most} days: shorter, and a consent can not be shown when it is disputed.`,
  },
  {
    'not-a-period': ['invalid', 'evidence'],
    'evidence-period-out-of-range': ['invalid', 'evidence'],
    'origins-period-out-of-range': ['invalid', 'origins'],
    'proof-days-out-of-range': ['invalid', 'proofRetentionDays'],
  },
);

@Resolver()
export class ChangeOrganisation {
  @Mutation(() => ChangeOrganisationResult, {
    description:
      'What is not given stays as it is. Times of keeping count for what is kept already, too: the next hourly run takes away what is past them.',
  })
  async changeOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeOrganisationInput) input: ChangeOrganisationInput,
  ): Promise<typeof ChangeOrganisationResult> {
    const { organisationId } = viewerOf(ctx);
    const name = typeof input.name === 'string' ? readName(input.name) : null;
    if (name instanceof Problem) return name;
    const { widening, proofRetentionDays, evidence, origins, keepsOrigins } = input;
    const given = { name, widening, proofRetentionDays, evidence, origins, keepsOrigins };
    const change = Object.fromEntries(
      Object.entries(given).filter(
        ([field, value]) =>
          value !== undefined && (value !== null || field === 'proofRetentionDays'),
      ),
    ) as OrganisationChange;
    const done = await idempotentMutation(ctx, 'changeOrganisation', input, async (sql) => {
      const changed = await changeOrganisation(sql, organisationId, change);
      return { refused: 'refused' in changed ? changed.refused : null };
    });
    if (done instanceof Problem) return done;
    if (done.result.refused !== null) return problemOf(done.result.refused);
    const row = await ctx.loaders.organisation.load(organisationId);
    return answer(OrganisationChanged, { organisation: new OrganisationType(row!) });
  }
}
