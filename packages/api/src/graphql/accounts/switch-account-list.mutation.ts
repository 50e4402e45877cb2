import { switchAccountList } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { AccountType } from './account.type.ts';
import { ListSwitchType } from './list-switch.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class SwitchAccountListInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => Boolean, { description: 'False: it shares the organisation’s list.' })
  readonly keepsOwnList!: boolean;
}

@ObjectType()
export class AccountListSwitched {
  @Field(() => AccountType)
  readonly account!: AccountType;

  @Field(() => ListSwitchType, { description: 'Zeros where the account was so already.' })
  readonly moved!: ListSwitchType;
}

const SwitchAccountListResult = keyResult('SwitchAccountListResult', () => [
  AccountListSwitched,
  NotFound,
]);

@Resolver()
export class SwitchAccountList {
  @Mutation(() => SwitchAccountListResult, {
    description:
      'Lets an account keep its own opt-out list, or share the organisation’s again. What was stopped stays stopped.',
  })
  async switchAccountList(
    @Ctx() ctx: Context,
    @Arg('input', () => SwitchAccountListInput) input: SwitchAccountListInput,
  ): Promise<typeof SwitchAccountListResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const done = await idempotentMutation(ctx, 'switchAccountList', input, async (sql) => ({
      ...(await switchAccountList(sql, {
        organisationId,
        accountId,
        keepsOwnList: input.keepsOwnList,
        actor: actorOf(viewerOf(ctx)),
        now: ctx.now,
      })),
    }));
    if (done instanceof Problem) return done;
    const account = await ctx.loaders.account.load(accountId);
    if ('refused' in done.result || account === null) return new NotFound('account', 'accountId');
    return answer(AccountListSwitched, {
      account: new AccountType(account),
      moved: new ListSwitchType(done.result),
    });
  }
}
