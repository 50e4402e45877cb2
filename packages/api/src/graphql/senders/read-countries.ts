import { readCountries } from '@adieu/domain';
import { InvalidInput } from '../shared/problems.ts';
import { senderRefused } from './read-sender.ts';

/** There are 249 of them. */
const MOST_COUNTRIES = 250;

/** Where a sender is registered or works, as it was typed; null where nothing is said. */
export function readSenderCountries(
  typed: readonly string[] | null | undefined,
): readonly string[] | null | InvalidInput {
  if (!typed) return null;
  if (typed.length > MOST_COUNTRIES)
    return new InvalidInput('countries', `At most ${MOST_COUNTRIES}.`, 'TOO_MANY_COUNTRIES');
  return readCountries(typed) ?? senderRefused('countries-unknown');
}
