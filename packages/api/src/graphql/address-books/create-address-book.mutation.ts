import { openAddressBook } from '@adieu/db';
import type { Purpose } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readName } from '../shared/read-name.ts';
import { CreateScopeResult, COMES_BACK, create } from '../scopes/create-scope.ts';

@InputType()
export class CreateAddressBookInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => PurposeEnum)
  readonly purpose!: Purpose;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@Resolver()
export class CreateAddressBook {
  @Mutation(() => CreateScopeResult, { description: `Opt-out is on (A1). ${COMES_BACK}` })
  async createAddressBook(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateAddressBookInput) input: CreateAddressBookInput,
  ): Promise<typeof CreateScopeResult> {
    const { organisationId, name: createdBy } = viewerOf(ctx);
    const accountId = fromId('account', input.accountId);
    if (accountId === null) return new NotFound('account', 'accountId');
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const book = { organisationId, accountId, name, purpose: input.purpose, createdBy };
    return create(ctx, 'BOOK', { organisationId, operation: 'createAddressBook', input }, (sql) =>
      openAddressBook(sql, book),
    );
  }
}
