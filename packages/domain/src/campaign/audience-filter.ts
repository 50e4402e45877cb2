/** How a contact's field is looked at. Values are texts: all but CONTAINS compare them exactly. */
export const AUDIENCE_TESTS = [
  'EQUALS',
  'NOT_EQUALS',
  'CONTAINS',
  'EXISTS',
  'MISSING',
  'GREATER',
  'AT_LEAST',
  'LESS',
  'AT_MOST',
] as const;
export type AudienceTest = (typeof AUDIENCE_TESTS)[number];

/** What must hold of a contact. `value` is null for EXISTS and MISSING alone. */
export interface AudienceCondition {
  readonly field: string;
  readonly is: AudienceTest;
  readonly value: string | null;
}

/** All of `where` must hold, and one of `anyOf` where there are any. */
export interface AudienceFilter {
  readonly where: readonly AudienceCondition[];
  readonly anyOf: readonly AudienceCondition[];
}

export const AUDIENCE_LIMITS = {
  /** In `where` and `anyOf` together. */
  conditions: 50,
  /** Characters of a field's name, and of a value. */
  text: 200,
  /** Topics, books or campaigns; each kind. */
  ids: 50,
  /** Addresses to leave out, and to choose; each kind. */
  addresses: 1_000,
} as const;

/** Why a condition can not be asked, with what to tell its author. */
export const CONDITION_REFUSALS = {
  'no-field': 'Name a field of the book, as in first_name.',
  'value-needed': 'Give a value; for contacts without one use MISSING.',
  'value-not-wanted': 'EXISTS and MISSING take no value.',
  'too-long': `A field and a value have at most ${AUDIENCE_LIMITS.text} characters.`,
  'not-comparable':
    'To be compared, a value is a number, as in 12.5, or a day, as in 2026-01-31. Use EQUALS or CONTAINS for other texts.',
} as const;
export type ConditionRefusal = keyof typeof CONDITION_REFUSALS;

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** What a value is compared as by GREATER, AT_LEAST, LESS and AT_MOST; null where it can not be. */
export function comparedAs(value: string): 'NUMBER' | 'DAY' | null {
  if (NUMBER.test(value)) return 'NUMBER';
  return DAY.test(value) ? 'DAY' : null;
}

export function isComparison(test: AudienceTest): boolean {
  return test === 'GREATER' || test === 'AT_LEAST' || test === 'LESS' || test === 'AT_MOST';
}

/** Null where a condition can be asked. */
export function refuseCondition({ field, is, value }: AudienceCondition): ConditionRefusal | null {
  if (field.trim() === '') return 'no-field';
  if (field.length > AUDIENCE_LIMITS.text || (value?.length ?? 0) > AUDIENCE_LIMITS.text)
    return 'too-long';
  if (is === 'EXISTS' || is === 'MISSING') return value === null ? null : 'value-not-wanted';
  if (value === null || value.trim() === '') return 'value-needed';
  return isComparison(is) && comparedAs(value) === null ? 'not-comparable' : null;
}
