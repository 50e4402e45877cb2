import { setDoubleOptInDays } from '@adieu/db';
import { LINK_DAYS } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class SetDoubleOptInDaysInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => Int, {
    description: `1 to ${LINK_DAYS.most}; ${LINK_DAYS.usual} where nobody says otherwise.`,
  })
  readonly days!: number;
}

@ObjectType()
export class DoubleOptInDaysSet {
  @Field(() => Int)
  readonly days!: number;
}

const SetDoubleOptInDaysResult = keyResult('SetDoubleOptInDaysResult', () => [
  DoubleOptInDaysSet,
  NotFound,
]);

@Resolver()
export class SetDoubleOptInDays {
  @Mutation(() => SetDoubleOptInDaysResult, {
    description:
      'How long the confirmation links of an account work; those that are out keep theirs.',
  })
  async setDoubleOptInDays(
    @Ctx() ctx: Context,
    @Arg('input', () => SetDoubleOptInDaysInput) input: SetDoubleOptInDaysInput,
  ): Promise<typeof SetDoubleOptInDaysResult> {
    const { organisationId } = viewerOf(ctx);
    const { days } = input;
    if (days < 1 || days > LINK_DAYS.most)
      return new InvalidInput('days', `From 1 to ${LINK_DAYS.most}.`);
    const accountId = readId('account', input.accountId, 'accountId');
    const done = await idempotentMutation(ctx, 'setDoubleOptInDays', input, (sql) =>
      setDoubleOptInDays(sql, { organisationId, accountId, days }),
    );
    if (done instanceof Problem) return done;
    return done.result
      ? answer(DoubleOptInDaysSet, { days })
      : new NotFound('account', 'accountId');
  }
}
