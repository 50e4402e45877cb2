import { changeAddressBook } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { NAME_TAKEN } from '../scopes/change-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ADDS_SMS_WAY_OUT, AddressBookType } from './address-book.type.ts';

@InputType()
export class ChangeAddressBookInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => Boolean, { nullable: true, description: ADDS_SMS_WAY_OUT })
  readonly addsSmsWayOut?: boolean | null;
}

@ObjectType()
export class AddressBookChanged {
  @Field(() => AddressBookType)
  readonly addressBook!: AddressBookType;
}

const ChangeAddressBookResult = keyResult('ChangeAddressBookResult', () => [
  AddressBookChanged,
  NotFound,
]);

@Resolver()
export class ChangeAddressBook {
  @Mutation(() => ChangeAddressBookResult, {
    description:
      'What is not given stays as it is. Its purpose stays: who is in it agreed to that.',
  })
  async changeAddressBook(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeAddressBookInput) input: ChangeAddressBookInput,
  ): Promise<typeof ChangeAddressBookResult> {
    const { organisationId } = viewerOf(ctx);
    const addressBookId = readId('book', input.id, 'id');
    const { addsSmsWayOut } = input;
    const name = typeof input.name === 'string' ? readName(input.name) : undefined;
    if (name instanceof Problem) return name;
    const change = {
      ...(name !== undefined && { name }),
      ...(typeof addsSmsWayOut === 'boolean' && { addsSmsWayOut }),
    };
    const done = await idempotentMutation(ctx, 'changeAddressBook', input, (sql) =>
      changeAddressBook(sql, { organisationId, addressBookId, change, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    const row = await ctx.loaders.book.load(addressBookId);
    if ('refused' in done.result)
      return done.result.refused === 'name-taken'
        ? NAME_TAKEN()
        : new NotFound('address book', 'id');
    return row === null
      ? new NotFound('address book', 'id')
      : answer(AddressBookChanged, { addressBook: new AddressBookType(row) });
  }
}
