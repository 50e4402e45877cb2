import { setWidening } from '@adieu/db';
import type { Widening } from '@adieu/domain';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { WideningEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, Problem } from '../shared/problems.ts';
import { OrganisationType } from '../accounts/organisation.type.ts';

@InputType()
export class SetWideningInput {
  @Field(() => WideningEnum)
  readonly widening!: Widening;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class WideningSet {
  @Field(() => OrganisationType)
  readonly organisation: OrganisationType;

  constructor(organisation: OrganisationType) {
    this.organisation = organisation;
  }
}

const SetWideningResult = createUnionType({
  name: 'SetWideningResult',
  types: () => [WideningSet, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class SetWidening {
  @Mutation(() => SetWideningResult, {
    description:
      'Says what an opt-out of a topic or a marketing book counts for from now on (F9). What was recorded stays as it is; service books are never widened.',
  })
  async setWidening(
    @Ctx() ctx: Context,
    @Arg('input', () => SetWideningInput) input: SetWideningInput,
  ): Promise<typeof SetWideningResult> {
    const { organisationId } = viewerOf(ctx);
    const done = await idempotentMutation(
      ctx,
      { organisationId, operation: 'setWidening', input },
      async (sql) => {
        await setWidening(sql, organisationId, input.widening);
        return null;
      },
    );
    if (done instanceof Problem) return done;
    const row = await ctx.loaders.organisation.load(organisationId);
    return new WideningSet(new OrganisationType(row!));
  }
}
