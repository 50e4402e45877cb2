import { exemptBook, findAddressBook } from '@adieu/db';
import { EXEMPTION_REFUSALS } from '@adieu/domain';
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
import {
  codeOf,
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { AddressBookType } from './address-book.type.ts';

@InputType()
export class ExemptAddressBookInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String, { description: 'Why; kept for good, with who and when.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class EndExemptionInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class ExemptionChanged {
  @Field(() => AddressBookType)
  readonly addressBook: AddressBookType;

  constructor(addressBook: AddressBookType) {
    this.addressBook = addressBook;
  }
}

const ExemptionResult = createUnionType({
  name: 'ExemptionResult',
  types: () =>
    [ExemptionChanged, PolicyRefused, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class ExemptAddressBook {
  @Mutation(() => ExemptionResult, {
    description:
      'Takes a service book out of opt-out (A1). It takes no new wishes; those who left before stay out.',
  })
  exemptAddressBook(
    @Ctx() ctx: Context,
    @Arg('input', () => ExemptAddressBookInput) input: ExemptAddressBookInput,
  ): Promise<typeof ExemptionResult> {
    return change(ctx, 'exemptAddressBook', true, input);
  }

  @Mutation(() => ExemptionResult, { description: 'From now on the book can be left again.' })
  endExemption(
    @Ctx() ctx: Context,
    @Arg('input', () => EndExemptionInput) input: EndExemptionInput,
  ): Promise<typeof ExemptionResult> {
    return change(ctx, 'endExemption', false, input);
  }
}

async function change(
  ctx: Context,
  operation: string,
  exempt: boolean,
  input: ExemptAddressBookInput,
): Promise<typeof ExemptionResult> {
  const { organisationId, name: actor } = viewerOf(ctx);
  const addressBookId = fromId('book', input.addressBookId);
  if (addressBookId === null) return new NotFound('address book', 'addressBookId');
  const done = await idempotentMutation(ctx, { organisationId, operation, input }, async (sql) => {
    const { reason } = input;
    const act = { organisationId, addressBookId, exempt, reason, actor, now: ctx.now };
    const changed = await exemptBook(sql, act);
    return { refused: 'refused' in changed ? changed.refused : null };
  });
  if (done instanceof Problem) return done;
  const { refused } = done.result;
  const book = await findAddressBook(ctx.db.sql, organisationId, addressBookId);
  if (refused === 'not-found' || book === null)
    return new NotFound('address book', 'addressBookId');
  if (refused === null) return new ExemptionChanged(new AddressBookType(book));
  const message = EXEMPTION_REFUSALS[refused];
  if (refused === 'only-service-can-be-exempt')
    return new PolicyRefused(codeOf(refused), message, 'addressBookId');
  if (refused === 'already-exempt' || refused === 'not-exempt')
    return new Conflict(codeOf(refused), message, 'addressBookId');
  return new InvalidInput('reason', message, codeOf(refused));
}
