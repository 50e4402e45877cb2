import { type ListSwitch, previewListSwitch, switchAccountList } from '@adieu/db';
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
  Query,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AccountType } from './account.type.ts';

@ObjectType('ListSwitch', {
  description: 'What a switch moves, or would move. No opt-out is lost.',
})
export class ListSwitchType {
  readonly counts: ListSwitch;

  constructor(counts: ListSwitch) {
    this.counts = counts;
  }

  @Field(() => Int, { description: 'Opt-outs of the account, its books and topics, that move.' })
  optOuts(): number {
    return this.counts.optOuts;
  }

  @Field(() => Int, { description: 'Pauses that move with their open requests.' })
  pauses(): number {
    return this.counts.pauses;
  }

  @Field(() => Int, {
    description:
      'Of the whole organisation: copied into an own list, or brought back for this account alone.',
  })
  copied(): number {
    return this.counts.copied;
  }

  @Field(() => Int, {
    description:
      'Of all these, how many the other list has already: the stricter, then the earlier wins.',
  })
  conflicts(): number {
    return this.counts.conflicts;
  }

  @Field(() => Int, { description: 'Open requests about them; they keep their deadlines.' })
  openRequests(): number {
    return this.counts.openRequests;
  }
}

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
  @Query(() => ListSwitchType, {
    nullable: true,
    description: 'What `switchAccountList` would do now; null where there is no such account (D6).',
  })
  async previewListSwitch(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID) accountId: string,
    @Arg('keepsOwnList', () => Boolean) keepsOwnList: boolean,
  ): Promise<ListSwitchType | null> {
    const uuid = fromId('account', accountId);
    if (uuid === null) return null;
    const { organisationId } = viewerOf(ctx);
    const counts = await previewListSwitch(ctx.db.sql, {
      organisationId,
      accountId: uuid,
      keepsOwnList,
    });
    return 'refused' in counts ? null : new ListSwitchType(counts);
  }

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
