import { switchAccountList } from '@adieu/db';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AccountType } from './account.type.ts';
import { ListSwitchType } from './list-switch.type.ts';

@InputType()
export class SwitchAccountListInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => Boolean, { description: 'False: it shares the organisation’s list.' })
  readonly keepsOwnList!: boolean;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class AccountListSwitched {
  @Field(() => AccountType)
  readonly account: AccountType;

  @Field(() => ListSwitchType, { description: 'Zeros where the account was so already.' })
  readonly moved: ListSwitchType;

  constructor(account: AccountType, moved: ListSwitchType) {
    this.account = account;
    this.moved = moved;
  }
}

const SwitchAccountListResult = createUnionType({
  name: 'SwitchAccountListResult',
  types: () => [AccountListSwitched, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class SwitchAccountList {
  @Mutation(() => SwitchAccountListResult, {
    description:
      'Lets an account keep its own opt-out list, or share the organisation’s again (D6). What was stopped stays stopped.',
  })
  async switchAccountList(
    @Ctx() ctx: Context,
    @Arg('input', () => SwitchAccountListInput) input: SwitchAccountListInput,
  ): Promise<typeof SwitchAccountListResult> {
    const { organisationId, name } = viewerOf(ctx);
    const accountId = fromId('account', input.accountId);
    if (accountId === null) return new NotFound('account', 'accountId');
    const done = await idempotentMutation(
      ctx,
      { organisationId, operation: 'switchAccountList', input },
      async (sql) => ({
        ...(await switchAccountList(sql, {
          organisationId,
          accountId,
          keepsOwnList: input.keepsOwnList,
          actor: { kind: 'ADMIN', name },
          now: ctx.now,
        })),
      }),
    );
    if (done instanceof Problem) return done;
    const account = await ctx.loaders.account.load(accountId);
    if ('refused' in done.result || account === null) return new NotFound('account', 'accountId');
    return new AccountListSwitched(new AccountType(account), new ListSwitchType(done.result));
  }
}
