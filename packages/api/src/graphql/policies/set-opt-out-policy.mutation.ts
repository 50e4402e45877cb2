import { findAddressBook, type PolicyTarget, setPolicy } from '@adieu/db';
import {
  LONGEST_REASON,
  type OptOutPolicy,
  parseDuration,
  POLICY_REFUSALS,
  type PolicyMode,
  type PolicyRefusal,
  type Purpose,
  type Reactivation,
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
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import {
  PolicyModeEnum,
  PurposeEnum,
  ReactivationEnum,
  TimeoutOutcomeEnum,
} from '../shared/enums.ts';
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
import { AddressBookType } from '../address-books/address-book.type.ts';

@InputType()
export class SetOptOutPolicyInput {
  @Field(() => ID, { nullable: true, description: 'The book whose own policy it is.' })
  readonly addressBookId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The account whose default it is, for books of `purpose`.',
  })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description:
      'With an account: the books its default is for. Alone: the organisation’s default. Not with a book: it has a purpose.',
  })
  readonly purpose?: Purpose | null;

  @Field(() => PolicyModeEnum)
  readonly mode!: PolicyMode;

  @Field(() => GraphQLISO8601Duration, {
    description: 'In weeks, days, hours, minutes, seconds: P7D, PT48H.',
  })
  readonly reviewPeriod!: string;

  @Field(() => TimeoutOutcomeEnum)
  readonly onTimeout!: TimeoutOutcome;

  @Field(() => [GraphQLISO8601Duration], {
    nullable: true,
    description:
      'How long before the deadline to remind, the longest first, at most five. If not given: a day, where the review is longer.',
  })
  readonly remindBefore?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The admin persons who are told; none = everybody.',
  })
  readonly tell?: string[] | null;

  @Field(() => ReactivationEnum, { nullable: true, description: 'RECIPIENT if not given.' })
  readonly reactivation?: Reactivation | null;

  @Field(() => String, { nullable: true, description: 'Why; kept with the version.' })
  readonly reason?: string | null;

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

const SetOptOutPolicyResult = createUnionType({
  name: 'SetOptOutPolicyResult',
  types: () =>
    [
      OptOutPolicySet,
      DefaultOptOutPolicySet,
      PolicyRefused,
      NotFound,
      InvalidInput,
      Conflict,
      Forbidden,
    ] as const,
});

@Resolver()
export class SetOptOutPolicy {
  @Mutation(() => SetOptOutPolicyResult, {
    description:
      'Adds a version of the policy of a book, or of the default of an account or the organisation. Open requests keep the version they were judged by. What breaks the law for marketing is refused (W-5).',
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
    const done = await idempotentMutation(
      ctx,
      { organisationId, operation: 'setOptOutPolicy', input },
      async (sql) => {
        const set = await setPolicy(sql, {
          ...target,
          organisationId,
          policy,
          reason,
          createdBy: name,
        });
        return 'refused' in set ? { refused: set.refused } : { version: set.version };
      },
    );
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

function notFound(target: PolicyTarget): NotFound {
  return 'addressBookId' in target
    ? new NotFound('address book', 'addressBookId')
    : new NotFound('account', 'accountId');
}

function readTarget(input: SetOptOutPolicyInput): PolicyTarget | NotFound | InvalidInput {
  // An empty id is a wrong one: taken for none, it would set the default of everybody.
  const { addressBookId = null, accountId = null, purpose } = input;
  if (addressBookId !== null) {
    if (accountId !== null || purpose)
      return new InvalidInput(
        accountId !== null ? 'accountId' : 'purpose',
        'With a book name neither account nor purpose: it has both.',
      );
    const uuid = fromId('book', addressBookId);
    return uuid === null ? new NotFound('address book', 'addressBookId') : { addressBookId: uuid };
  }
  if (!purpose)
    return new InvalidInput(
      'purpose',
      'Name a book; or an account and the purpose of its books; or a purpose alone, for the organisation’s default.',
    );
  if (accountId === null) return { purpose };
  const uuid = fromId('account', accountId);
  return uuid === null ? new NotFound('account', 'accountId') : { accountId: uuid, purpose };
}

const NO_DURATION =
  'Use weeks, days, hours, minutes or seconds, as in P7D or PT48H: months and years have no fixed length.';

function readPolicy(input: SetOptOutPolicyInput): OptOutPolicy | NotFound | InvalidInput {
  const { mode, onTimeout, reactivation } = input;
  const reviewSeconds = parseDuration(input.reviewPeriod);
  if (reviewSeconds === null) return new InvalidInput('reviewPeriod', NO_DURATION);
  const reminders = input.remindBefore?.map(parseDuration);
  if (reminders?.includes(null)) return new InvalidInput('remindBefore', NO_DURATION);
  const tell = (input.tell ?? []).map((id) => fromId('person', id));
  if (tell.includes(null)) return new NotFound('admin person', 'tell');
  return {
    mode,
    reviewSeconds,
    onTimeout,
    ...(reminders && { remindBeforeSeconds: reminders as number[] }),
    tell: tell as string[],
    reactivation: reactivation ?? 'RECIPIENT',
  };
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
