import { ownReasons, setOwnReasons } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { AccountReasonType } from './account-reason.type.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { SetAccountReasonsInput } from './set-account-reasons.input.ts';
import { readReasons } from './read-reasons.ts';
import { problemOf } from './reasons-problem.ts';

@ObjectType()
export class AccountReasonsSet {
  @Field(() => [AccountReasonType])
  readonly reasons!: readonly AccountReasonType[];
}

const SetAccountReasonsResult = keyResult('SetAccountReasonsResult', () => [
  AccountReasonsSet,
  NotFound,
  LimitReached,
]);

@Resolver()
export class SetAccountReasons {
  @Mutation(() => SetAccountReasonsResult, {
    description:
      'What may be picked as a reason, once somebody has left; nothing is picked beforehand. Given reasons keep their words.',
  })
  async setAccountReasons(
    @Ctx() ctx: Context,
    @Arg('input', () => SetAccountReasonsInput) input: SetAccountReasonsInput,
  ): Promise<typeof SetAccountReasonsResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const reasons = readReasons(input.reasons);
    if (reasons instanceof Problem) return reasons;
    const done = await idempotentMutation(ctx, 'setAccountReasons', input, async (sql) => ({
      ...(await setOwnReasons(sql, { organisationId, accountId, reasons, now: ctx.now })),
    }));
    if (done instanceof Problem) return done;
    if (done.result.refused !== null) return problemOf(done.result);
    const list = await ownReasons(ctx.db.sql, accountId);
    return answer(AccountReasonsSet, {
      reasons: list.map((reason) => new AccountReasonType(reason)),
    });
  }
}
