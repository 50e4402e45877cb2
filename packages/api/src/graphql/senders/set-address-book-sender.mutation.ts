import { chooseSender, findAddressBook } from '@adieu/db';
import type { Channel } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId, readOptionalId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { CHOOSE_PROBLEMS } from './sender-problem.ts';

@InputType()
export class SetAddressBookSenderInput extends IdempotentInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => ChannelEnum)
  readonly channel!: Channel;

  @Field(() => ID, {
    nullable: true,
    description: 'Of the book’s account, on this channel; null follows the account’s default.',
  })
  readonly senderId?: string | null;
}

@ObjectType({ description: 'It is as asked: `addressBook.senders` tells.' })
export class AddressBookSenderSet {
  @Field(() => AddressBookType)
  readonly addressBook!: AddressBookType;
}

const SetAddressBookSenderResult = keyResult('SetAddressBookSenderResult', () => [
  AddressBookSenderSet,
  NotFound,
]);

@Resolver()
export class SetAddressBookSender {
  @Mutation(() => SetAddressBookSenderResult, {
    description:
      'What a book’s campaigns go out from on a channel. Those that were sent already keep theirs.',
  })
  async setAddressBookSender(
    @Ctx() ctx: Context,
    @Arg('input', () => SetAddressBookSenderInput) input: SetAddressBookSenderInput,
  ): Promise<typeof SetAddressBookSenderResult> {
    const { organisationId } = viewerOf(ctx);
    const addressBookId = readId('book', input.addressBookId, 'addressBookId');
    const senderId = readOptionalId('sender', input.senderId, 'senderId');
    const choice = { organisationId, addressBookId, channel: input.channel, senderId };
    const done = await idempotentMutation(ctx, 'setAddressBookSender', input, (sql) =>
      chooseSender(sql, choice),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return CHOOSE_PROBLEMS[done.result.refused]();
    const book = await findAddressBook(ctx.db.sql, organisationId, addressBookId);
    return answer(AddressBookSenderSet, { addressBook: new AddressBookType(book!) });
  }
}
