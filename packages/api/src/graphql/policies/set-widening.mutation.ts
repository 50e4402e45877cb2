import { setWidening } from '@adieu/db';
import type { Widening } from '@adieu/domain';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { WideningEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Problem } from '../shared/problems.ts';
import { OrganisationType } from '../accounts/organisation.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class SetWideningInput extends IdempotentInput {
  @Field(() => WideningEnum)
  readonly widening!: Widening;
}

@ObjectType()
export class WideningSet {
  @Field(() => OrganisationType)
  readonly organisation!: OrganisationType;
}

const SetWideningResult = keyResult('SetWideningResult', () => [WideningSet]);

@Resolver()
export class SetWidening {
  @Mutation(() => SetWideningResult, {
    description:
      'Says what an opt-out of a topic or a marketing book counts for from now on. What was recorded stays as it is; service books are never widened.',
  })
  async setWidening(
    @Ctx() ctx: Context,
    @Arg('input', () => SetWideningInput) input: SetWideningInput,
  ): Promise<typeof SetWideningResult> {
    const { organisationId } = viewerOf(ctx);
    const done = await idempotentMutation(ctx, 'setWidening', input, async (sql) => {
      await setWidening(sql, organisationId, input.widening);
      return null;
    });
    if (done instanceof Problem) return done;
    const row = await ctx.loaders.organisation.load(organisationId);
    return answer(WideningSet, { organisation: new OrganisationType(row!) });
  }
}
