import { setDoubleOptInDays } from '@adieu/db';
import { LINK_DAYS } from '@adieu/domain';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';

@InputType()
export class SetDoubleOptInDaysInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => Int, {
    description: `1 to ${LINK_DAYS.most}; ${LINK_DAYS.usual} where nobody says otherwise.`,
  })
  readonly days!: number;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class DoubleOptInDaysSet {
  @Field(() => Int)
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }
}

const SetDoubleOptInDaysResult = createUnionType({
  name: 'SetDoubleOptInDaysResult',
  types: () => [DoubleOptInDaysSet, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class SetDoubleOptInDays {
  @Mutation(() => SetDoubleOptInDaysResult, {
    description:
      'How long the confirmation links of an account work; those that are out keep theirs (D-5).',
  })
  async setDoubleOptInDays(
    @Ctx() ctx: Context,
    @Arg('input', () => SetDoubleOptInDaysInput) input: SetDoubleOptInDaysInput,
  ): Promise<typeof SetDoubleOptInDaysResult> {
    const { organisationId } = viewerOf(ctx);
    const { days } = input;
    if (days < 1 || days > LINK_DAYS.most)
      return new InvalidInput('days', `From 1 to ${LINK_DAYS.most}.`);
    const accountId = fromId('account', input.accountId);
    if (accountId === null) return new NotFound('account', 'accountId');
    const call = { organisationId, operation: 'setDoubleOptInDays', input };
    const done = await idempotentMutation(ctx, call, (sql) =>
      setDoubleOptInDays(sql, { organisationId, accountId, days }),
    );
    if (done instanceof Problem) return done;
    return done.result ? new DoubleOptInDaysSet(days) : new NotFound('account', 'accountId');
  }
}
