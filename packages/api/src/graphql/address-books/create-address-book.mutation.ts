import { openAddressBook } from '@adieu/db';
import type { Purpose } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { COMES_BACK, CREATE_REFUSALS } from '../scopes/create-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ADDS_SMS_WAY_OUT, AddressBookType } from './address-book.type.ts';

@InputType()
export class CreateAddressBookInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => PurposeEnum)
  readonly purpose!: Purpose;

  @Field(() => Boolean, { nullable: true, description: `${ADDS_SMS_WAY_OUT} It is by default.` })
  readonly addsSmsWayOut?: boolean | null;
}

@ObjectType()
export class AddressBookCreated {
  @Field(() => AddressBookType)
  readonly addressBook!: AddressBookType;
}

const CreateAddressBookResult = keyResult('CreateAddressBookResult', () => [
  AddressBookCreated,
  NotFound,
]);

@Resolver()
export class CreateAddressBook {
  @Mutation(() => CreateAddressBookResult, { description: `Opt-out is on. ${COMES_BACK}` })
  async createAddressBook(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateAddressBookInput) input: CreateAddressBookInput,
  ): Promise<typeof CreateAddressBookResult> {
    const { organisationId, name: createdBy } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const { purpose, addsSmsWayOut = null } = input;
    const book = { organisationId, accountId, name, purpose, addsSmsWayOut, createdBy };
    const done = await idempotentMutation(ctx, 'createAddressBook', input, (sql) =>
      openAddressBook(sql, book),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return CREATE_REFUSALS[done.result.refused]();
    const row = await ctx.loaders.book.load(done.result.id);
    return row === null
      ? new NotFound('address book')
      : answer(AddressBookCreated, { addressBook: new AddressBookType(row) });
  }
}
