import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';

/** Every code that a Problem may carry; clients may rely on them. */
export const PROBLEM_CODES = [
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID_INPUT',
  'REASON_REQUIRED',
  'REASON_TOO_LONG',
  'PAGE_OUTDATED',
  'NOT_LATER',
  'BEYOND_THE_LONGEST_WAIT',
  'BEYOND_THE_LONGEST_SNOOZE',
  'BEYOND_THE_LONGEST_REVIEW',
  'REVIEW_PERIOD_OUT_OF_RANGE',
  'IDEMPOTENCY_KEY_REUSED',
  'ALREADY_CLOSED',
  'NOT_PARKED',
  'ALREADY_RELEASED',
  'CHANGED_MEANWHILE',
  'CLEAR_MARKETING_CANNOT_BE_DECLINED',
  'MARKETING_CANNOT_REVERT',
  'MARKETING_CANNOT_REVIEW',
  'TRANSACTIONAL_HAS_NO_OPT_OUT',
  'MACHINE_SIGNAL',
  'LIMIT_REACHED',
  'LEAVING_COLUMN',
  'IMPORT_STATE',
  'EXPIRED',
  'SUPERSEDED',
  'CAMPAIGN_TEXT',
  'EMAIL_TAKEN',
  'LAST_ADMIN',
  'ALREADY_ACCEPTED',
  'ARCHIVED',
  'NAME_TAKEN',
  'SENDER_TAKEN',
  'FOREIGN_DOMAIN',
  'FOREIGN_SENDER',
  'DOMAIN_TAKEN',
  'DOMAIN_NOT_PROVEN',
  'IN_USE',
  'IS_DEFAULT',
  'ADDRESS_TAKEN',
  'HAS_ANOTHER_ADDRESS',
  'MARKETING_RETURNS_BY_RECIPIENT',
  'TOO_MANY_COUNTRIES',
  'TOO_MANY_REMINDERS',
  'REMINDERS_UNSORTED',
  'REMINDER_OUTSIDE_THE_REVIEW',
  'TOO_MANY_TOLD',
  'EXEMPT',
  'ONLY_SERVICE_CAN_BE_EXEMPT',
  'ALREADY_EXEMPT',
  'NOT_EXEMPT',
  'NOT_IN_FORCE',
  'RECIPIENT_ALONE_MAY_RETURN',
  'METHOD_NOT_CLAIMABLE',
  'SCOPE_NEEDED',
  'NOT_A_PERIOD',
  'EVIDENCE_PERIOD_OUT_OF_RANGE',
  'ORIGINS_PERIOD_OUT_OF_RANGE',
  'PROOF_DAYS_OUT_OF_RANGE',
  'NONE_OF_ITS_OWN',
  'ALREADY_BEGUN',
  'MARKETING_STAYS_FILTERED',
  'UNTIL_OUT_OF_RANGE',
  'PURPOSE_TOO_MILD',
  'NOT_CHOSEN',
  'ALREADY_CARRIED_OUT',
  'CAMPAIGN_CHECK',
  'FINDING_IS_ERROR',
  'CAMPAIGN_STATE',
  'CONTRAST_TOO_LOW',
  'GUILT_TRIPPING',
  'UNUSABLE_IMAGE',
  'FIELD_UNKNOWN',
  'FIELD_NOT_COMPARABLE',
  'ROLE_OR_USES',
  'NOT_YOURS_TO_GIVE',
  'OUTLIVES_ITS_MAKER',
  'OVERLAP_TOO_LONG',
  'KEY_ENDED',
  'ALREADY_REPLACED',
  'NOTHING_SINCE',
  'STILL_WAITING',
  'BODY_ERASED',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
const ProblemCodeEnum = Object.fromEntries(PROBLEM_CODES.map((code) => [code, code]));
registerEnumType(ProblemCodeEnum, { name: 'ProblemCode' });

/** The code of one of the domain's refusals: `already-closed` is ALREADY_CLOSED. */
export type CodeOf<Refusal extends string> = Refusal extends `${infer Head}-${infer Rest}`
  ? `${Uppercase<Head>}_${CodeOf<Rest>}`
  : Uppercase<Refusal>;

export function codeOf<Refusal extends string>(refusal: Refusal): CodeOf<Refusal> {
  return refusal.toUpperCase().replaceAll('-', '_') as CodeOf<Refusal>;
}

@InterfaceType('Problem', {
  description: 'Why nothing was done: an expected outcome, not a fault.',
})
export abstract class Problem {
  @Field(() => ProblemCodeEnum)
  readonly code: ProblemCode;

  @Field(() => String, { description: 'For people: what is wrong, and what to do.' })
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'The input field that it is about.' })
  readonly field: string | null;

  constructor(code: ProblemCode, message: string, field: string | null = null) {
    this.code = code;
    this.message = message;
    this.field = field;
  }
}

@ObjectType('NotFound', {
  implements: Problem,
  description: 'There is none, or it is somebody else’s: both answer alike.',
})
export class NotFound extends Problem {
  constructor(what: string, field: string | null = null) {
    super('NOT_FOUND', `There is no such ${what}.`, field);
  }
}

@ObjectType('InvalidInput', { implements: Problem })
export class InvalidInput extends Problem {
  constructor(field: string, message: string, code: ProblemCode = 'INVALID_INPUT') {
    super(code, message, field);
  }
}

@ObjectType('Conflict', {
  implements: Problem,
  description: 'It does not fit what is there already.',
})
export class Conflict extends Problem {}

@ObjectType('PolicyRefused', {
  implements: Problem,
  description: 'Law or mailbox providers do not allow it.',
})
export class PolicyRefused extends Problem {}

/** Of a book whose messages nobody can leave. */
export function noOptOut(field: string): PolicyRefused {
  const message = 'Transactional messages have no opt-out.';
  return new PolicyRefused('TRANSACTIONAL_HAS_NO_OPT_OUT', message, field);
}

@ObjectType('LimitReached', { implements: Problem })
export class LimitReached extends Problem {
  constructor(field: string, message: string) {
    super('LIMIT_REACHED', message, field);
  }
}

@ObjectType('Forbidden', { implements: Problem, description: 'This key’s role may not do it.' })
export class Forbidden extends Problem {
  constructor(message: string) {
    super('FORBIDDEN', message);
  }
}

@ObjectType('OptOutExempt', {
  implements: Problem,
  description: 'An operator exempted this book from opt-out: nothing was changed.',
})
export class OptOutExempt extends Problem {
  constructor(field: string) {
    super(
      'EXEMPT',
      'These messages are exempt from opt-out, so this list can not be left. All marketing still can.',
      field,
    );
  }
}
