/** So long a key that was replaced may work on at most, in seconds: a week, for whoever must bring the new one everywhere. */
export const LONGEST_OVERLAP_SECONDS = 7 * 86_400;

/** So far ahead lies the end of a key at most, in days: one that never ends has none. */
const LONGEST_KEY_DAYS = 3_653;

/** What a key's maker may be told instead of a key. */
export const KEY_PROBLEMS = {
  'role-or-uses': 'A key has one role, or one use or more.',
  'not-yours-to-give': 'Nobody gives a key more than they have, nor beyond their account.',
  'outlives-its-maker': 'A key ends no later than the key that makes it.',
  'until-out-of-range': 'A key ends at most ten years from now, and not before.',
  'overlap-too-long': 'The old key may work on for seven days at most.',
  'key-ended': 'This key opens nothing any more: make a new one.',
  'already-replaced': 'This key was replaced before: rotate the one that replaced it.',
} as const;
export type KeyProblem = keyof typeof KEY_PROBLEMS;

/** Whether a key may have this end. */
export function isPossibleEnd(end: Date, now: Date): boolean {
  return end > now && end.getTime() <= now.getTime() + LONGEST_KEY_DAYS * 86_400_000;
}
