import { findAddressBook, setPolicy } from '@adieu/db';
import { LONGEST_REASON, POLICY_REFUSALS, type PolicyRefusal, type Purpose } from '@adieu/domain';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { codeOf, InvalidInput, NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { SetOptOutPolicyInput } from './set-opt-out-policy.input.ts';
import { notFound, readTarget, readPolicy } from './read-policy.ts';
import { keyResult } from '../shared/result.ts';

@ObjectType()
export class OptOutPolicySet {
  @Field(() => AddressBookType)
  readonly addressBook: AddressBookType;

  constructor(addressBook: AddressBookType) {
    this.addressBook = addressBook;
  }
}

@ObjectType({
  description: 'The default of an account or the organisation: for books without one of their own.',
})
export class DefaultOptOutPolicySet {
  @Field(() => PurposeEnum)
  readonly purpose: Purpose;

  @Field(() => Int)
  readonly version: number;

  constructor(purpose: Purpose, version: number) {
    this.purpose = purpose;
    this.version = version;
  }
}

const SetOptOutPolicyResult = keyResult(
  'SetOptOutPolicyResult',
  () => [OptOutPolicySet, DefaultOptOutPolicySet, PolicyRefused, NotFound] as const,
);

@Resolver()
export class SetOptOutPolicy {
  @Mutation(() => SetOptOutPolicyResult, {
    description:
      'Adds a version of the policy of a book, or of the default of an account or the organisation. Open requests keep the version they were judged by. What breaks the law for marketing is refused.',
  })
  async setOptOutPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => SetOptOutPolicyInput) input: SetOptOutPolicyInput,
  ): Promise<typeof SetOptOutPolicyResult> {
    const { organisationId, name } = viewerOf(ctx);
    const target = readTarget(input);
    if (target instanceof Problem) return target;
    const policy = readPolicy(input);
    if (policy instanceof Problem) return policy;
    const { reason = null } = input;
    if (reason !== null && reason.length > LONGEST_REASON)
      return new InvalidInput('reason', `At most ${LONGEST_REASON} characters.`, 'REASON_TOO_LONG');
    const done = await idempotentMutation(ctx, 'setOptOutPolicy', input, async (sql) => {
      const set = await setPolicy(sql, {
        ...target,
        organisationId,
        policy,
        reason,
        createdBy: name,
      });
      return 'refused' in set ? { refused: set.refused } : { version: set.version };
    });
    if (done instanceof Problem) return done;
    const { refused, version } = done.result;
    if (refused === 'not-found') return notFound(target);
    if (refused === 'person-not-found') return new NotFound('admin person', 'tell');
    if (refused !== undefined)
      return new PolicyRefused(codeOf(refused), POLICY_REFUSALS[refused], FIELD_OF[refused]);
    if (!('addressBookId' in target)) return new DefaultOptOutPolicySet(target.purpose, version);
    const book = await findAddressBook(ctx.db.sql, organisationId, target.addressBookId);
    return book === null ? notFound(target) : new OptOutPolicySet(new AddressBookType(book));
  }
}

const FIELD_OF: Readonly<Record<PolicyRefusal, string>> = {
  'marketing-cannot-revert': 'onTimeout',
  'marketing-cannot-review': 'mode',
  'marketing-returns-by-recipient': 'reactivation',
  'transactional-has-no-opt-out': 'addressBookId',
  'review-period-out-of-range': 'reviewPeriod',
  'too-many-reminders': 'remindBefore',
  'reminders-unsorted': 'remindBefore',
  'reminder-outside-the-review': 'remindBefore',
  'too-many-told': 'tell',
};
