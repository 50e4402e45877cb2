import { findAddressBook, setPolicy } from '@adieu/db';
import {
  parseDuration,
  POLICY_REFUSALS,
  type PolicyMode,
  type TimeoutOutcome,
} from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
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
import { type Context, viewerOf } from '../context.ts';
import { PolicyModeEnum, TimeoutOutcomeEnum } from '../enums.ts';
import { fromId } from '../ids.ts';
import { once } from '../once.ts';
import {
  codeOf,
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  PolicyRefused,
  Problem,
} from '../problems.ts';
import { AddressBookType } from '../types/address-book.ts';

@InputType()
export class SetOptOutPolicyInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => PolicyModeEnum)
  readonly mode!: PolicyMode;

  @Field(() => GraphQLISO8601Duration, {
    description: 'In weeks, days, hours, minutes, seconds: P7D, PT48H.',
  })
  readonly reviewPeriod!: string;

  @Field(() => TimeoutOutcomeEnum)
  readonly onTimeout!: TimeoutOutcome;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class OptOutPolicySet {
  @Field(() => AddressBookType)
  readonly addressBook: AddressBookType;

  constructor(addressBook: AddressBookType) {
    this.addressBook = addressBook;
  }
}

const SetOptOutPolicyResult = createUnionType({
  name: 'SetOptOutPolicyResult',
  types: () =>
    [OptOutPolicySet, PolicyRefused, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class SetOptOutPolicy {
  @Mutation(() => SetOptOutPolicyResult, {
    description:
      'Adds a version of a book’s policy. What breaks the law for marketing is refused (W-5).',
  })
  async setOptOutPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => SetOptOutPolicyInput) input: SetOptOutPolicyInput,
  ): Promise<typeof SetOptOutPolicyResult> {
    const { organisationId, name } = viewerOf(ctx);
    const addressBookId = fromId('book', input.addressBookId);
    if (addressBookId === null) return new NotFound('address book', 'addressBookId');
    const reviewSeconds = parseDuration(input.reviewPeriod);
    if (reviewSeconds === null)
      return new InvalidInput(
        'reviewPeriod',
        'Use weeks, days, hours, minutes or seconds, as in P7D or PT48H: months and years have no fixed length.',
      );
    const { mode, onTimeout } = input;
    const done = await once(
      ctx,
      { organisationId, operation: 'setOptOutPolicy', input },
      async (sql) => {
        const policy = { mode, reviewSeconds, onTimeout };
        const set = await setPolicy(sql, {
          organisationId,
          addressBookId,
          policy,
          createdBy: name,
        });
        return { refused: 'refused' in set ? set.refused : null };
      },
    );
    if (done instanceof Problem) return done;
    const { refused } = done.result;
    const book = await findAddressBook(ctx.db.sql, organisationId, addressBookId);
    if (refused === 'not-found' || book === null)
      return new NotFound('address book', 'addressBookId');
    if (refused === null) return new OptOutPolicySet(new AddressBookType(book));
    return new PolicyRefused(codeOf(refused), POLICY_REFUSALS[refused], FIELD_OF[refused]);
  }
}

const FIELD_OF: Readonly<Record<keyof typeof POLICY_REFUSALS, string>> = {
  'marketing-cannot-revert': 'onTimeout',
  'marketing-cannot-review': 'mode',
  'transactional-has-no-opt-out': 'addressBookId',
  'review-period-out-of-range': 'reviewPeriod',
};
