import type { PolicyTarget } from '@adieu/db';
import { type OptOutPolicy, parseDuration } from '@adieu/domain';
import { readId } from '../shared/read-id.ts';
import { InvalidInput, NotFound } from '../shared/problems.ts';
import { SetOptOutPolicyInput } from './set-opt-out-policy.input.ts';

export function notFound(target: PolicyTarget): NotFound {
  return 'addressBookId' in target
    ? new NotFound('address book', 'addressBookId')
    : new NotFound('account', 'accountId');
}

/** Whose policy is meant: a book's, an account's, the organisation's. */
export function readTarget(
  input: Pick<SetOptOutPolicyInput, 'addressBookId' | 'accountId' | 'purpose'>,
): PolicyTarget | InvalidInput {
  // An empty id is a wrong one: taken for none, it would set the default of everybody.
  const { addressBookId = null, accountId = null, purpose } = input;
  if (addressBookId !== null) {
    if (accountId !== null || purpose)
      return new InvalidInput(
        accountId !== null ? 'accountId' : 'purpose',
        'With a book name neither account nor purpose: it has both.',
      );
    return { addressBookId: readId('book', addressBookId, 'addressBookId') };
  }
  if (!purpose)
    return new InvalidInput(
      'purpose',
      'Name a book; or an account and the purpose of its books; or a purpose alone, for the organisation’s default.',
    );
  if (accountId === null) return { purpose };
  return { accountId: readId('account', accountId, 'accountId'), purpose };
}

const NO_DURATION =
  'Use weeks, days, hours, minutes or seconds, as in P7D or PT48H: months and years have no fixed length.';

export function readPolicy(input: SetOptOutPolicyInput): OptOutPolicy | InvalidInput {
  const { mode, onTimeout, reactivation } = input;
  const reviewSeconds = parseDuration(input.reviewPeriod);
  if (reviewSeconds === null) return new InvalidInput('reviewPeriod', NO_DURATION);
  const reminders = input.remindBefore?.map(parseDuration);
  if (reminders?.includes(null)) return new InvalidInput('remindBefore', NO_DURATION);
  const tell = (input.tell ?? []).map((id) => readId('member', id, 'tell'));
  return {
    mode,
    reviewSeconds,
    onTimeout,
    ...(reminders && { remindBeforeSeconds: reminders as number[] }),
    tell,
    reactivation: reactivation ?? 'RECIPIENT',
  };
}
