import { dropPolicy, findAddressBook } from '@adieu/db';
import { LONGEST_REASON, type Purpose } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { answer, keyResult } from '../shared/result.ts';
import { notFound, readTarget } from './read-policy.ts';

@InputType()
export class DropOptOutPolicyInput extends IdempotentInput {
  @Field(() => ID, { nullable: true, description: 'The book whose own policy ends.' })
  readonly addressBookId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The account whose default for books of `purpose` ends.',
  })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description: 'With an account. Alone: the organisation’s default ends. Not with a book.',
  })
  readonly purpose?: Purpose | null;

  @Field(() => String, { nullable: true, description: 'Why; kept with the version.' })
  readonly reason?: string | null;
}

@ObjectType({ description: 'From this version on the next in the chain counts.' })
export class OptOutPolicyDropped {
  @Field(() => Int)
  readonly version!: number;

  @Field(() => AddressBookType, {
    nullable: true,
    description: 'The book, with the policy that counts for it now; null for a default.',
  })
  readonly addressBook!: AddressBookType | null;
}

const DropOptOutPolicyResult = keyResult('DropOptOutPolicyResult', () => [
  OptOutPolicyDropped,
  NotFound,
]);

@Resolver()
export class DropOptOutPolicy {
  @Mutation(() => DropOptOutPolicyResult, {
    description:
      'Ends the own policy of a book, or the default of an account or the organisation: what is above it counts again, at last the house’s. Its versions stay, and open requests keep the one they were judged by.',
  })
  async dropOptOutPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => DropOptOutPolicyInput) input: DropOptOutPolicyInput,
  ): Promise<typeof DropOptOutPolicyResult> {
    const { organisationId, name: createdBy } = viewerOf(ctx);
    const target = readTarget(input);
    if (target instanceof Problem) return target;
    const { reason = null } = input;
    if (reason !== null && reason.length > LONGEST_REASON)
      return new InvalidInput('reason', `At most ${LONGEST_REASON} characters.`, 'REASON_TOO_LONG');
    const done = await idempotentMutation(ctx, 'dropOptOutPolicy', input, (sql) =>
      dropPolicy(sql, { ...target, organisationId, createdBy, reason }),
    );
    if (done instanceof Problem) return done;
    const field =
      'addressBookId' in target ? 'addressBookId' : 'accountId' in target ? 'accountId' : 'purpose';
    if ('refused' in done.result)
      return done.result.refused === 'not-found'
        ? notFound(target)
        : new Conflict('NONE_OF_ITS_OWN', 'It has no policy of its own that could end.', field);
    const { version } = done.result;
    if (!('addressBookId' in target))
      return answer(OptOutPolicyDropped, { version, addressBook: null });
    const book = await findAddressBook(ctx.db.sql, organisationId, target.addressBookId);
    return book === null
      ? notFound(target)
      : answer(OptOutPolicyDropped, { version, addressBook: new AddressBookType(book) });
  }
}
