import { findAddressBook, setPolicy } from '@adieu/db';
import { LONGEST_REASON, POLICY_REFUSALS, type Purpose } from '@adieu/domain';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { SetOptOutPolicyInput } from './set-opt-out-policy.input.ts';
import { notFound, readTarget, readPolicy } from './read-policy.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemTable } from '../shared/problem-table.ts';

@ObjectType()
export class OptOutPolicySet {
  @Field(() => AddressBookType)
  readonly addressBook!: AddressBookType;
}

@ObjectType({
  description: 'The default of an account or the organisation: for books without one of their own.',
})
export class DefaultOptOutPolicySet {
  @Field(() => PurposeEnum)
  readonly purpose!: Purpose;

  @Field(() => Int)
  readonly version!: number;
}

const SetOptOutPolicyResult = keyResult('SetOptOutPolicyResult', () => [
  OptOutPolicySet,
  DefaultOptOutPolicySet,
  PolicyRefused,
  NotFound,
]);

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
    if (refused === 'member-not-found') return new NotFound('member', 'tell');
    if (refused !== undefined) return problemOf(refused);
    if (!('addressBookId' in target))
      return answer(DefaultOptOutPolicySet, { purpose: target.purpose, version });
    const book = await findAddressBook(ctx.db.sql, organisationId, target.addressBookId);
    return book === null
      ? notFound(target)
      : answer(OptOutPolicySet, { addressBook: new AddressBookType(book) });
  }
}

const problemOf = problemTable(POLICY_REFUSALS, {
  'marketing-cannot-revert': ['policy', 'onTimeout'],
  'marketing-cannot-review': ['policy', 'mode'],
  'marketing-returns-by-recipient': ['policy', 'reactivation'],
  'transactional-has-no-opt-out': ['policy', 'addressBookId'],
  'review-period-out-of-range': ['policy', 'reviewPeriod'],
  'too-many-reminders': ['policy', 'remindBefore'],
  'reminders-unsorted': ['policy', 'remindBefore'],
  'reminder-outside-the-review': ['policy', 'remindBefore'],
  'too-many-told': ['policy', 'tell'],
});
