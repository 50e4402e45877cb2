import { exemptionsOf, policyHistory } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AddressBookType } from './address-book.type.ts';
import { OptOutPolicyType } from '../policies/opt-out-policy.type.ts';
import { ExemptionType } from './exemption.type.ts';
import { AccountType } from '../accounts/account.type.ts';

@Resolver(() => AddressBookType)
export class AddressBookFields {
  @FieldResolver(() => AccountType)
  async account(
    @Root() { row }: AddressBookType,
    @Ctx() { loaders }: Context,
  ): Promise<AccountType> {
    const account = await loaders.account.load(row.accountId);
    return new AccountType(account!);
  }

  @FieldResolver(() => OptOutPolicyType, {
    nullable: true,
    description:
      'In force now; `origin` says whose it is. Null for a transactional book: it has no opt-out.',
  })
  async optOutPolicy(
    @Root() { row }: AddressBookType,
    @Ctx() { loaders }: Context,
  ): Promise<OptOutPolicyType | null> {
    const policy = await loaders.policy.load(row.id);
    return policy && new OptOutPolicyType(policy);
  }

  @FieldResolver(() => [OptOutPolicyType], {
    description:
      'Every version of its own policy, then of its account’s, the organisation’s and the installation’s for its purpose, each the newest first. The first is in force; after a version that was dropped, the first of the next owner.',
  })
  async policyHistory(
    @Root() { row }: AddressBookType,
    @Ctx() { db }: Context,
  ): Promise<OptOutPolicyType[]> {
    return (await policyHistory(db.sql, row.id)).map((policy) => new OptOutPolicyType(policy));
  }

  @FieldResolver(() => [ExemptionType], {
    description: 'Each beginning and end of an exemption from opt-out, the newest first.',
  })
  async exemptions(
    @Root() { row }: AddressBookType,
    @Ctx() { db }: Context,
  ): Promise<ExemptionType[]> {
    return (await exemptionsOf(db.sql, row.id)).map((act) => new ExemptionType(act));
  }
}
