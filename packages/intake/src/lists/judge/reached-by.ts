import type { ContactRow, RejectedRow } from '@adieu/db';
import { ADDRESS_REFUSALS, refuseRecipient } from '@adieu/keys';

type Addresses = ContactRow['addresses'];

/** The addresses that somebody can be written to at, and what is wrong with a number that is none. A wish to stop is taken of any. */
export function reachedBy(
  addresses: Addresses,
): [reached: Addresses, refused: Omit<RejectedRow, 'line'> | null] {
  const refusals = addresses.map(({ channel, address }) =>
    channel === 'SMS' ? refuseRecipient(address) : null,
  );
  const refused = refusals.find((each) => each !== null);
  if (refused === undefined) return [addresses, null];
  const reached = addresses.filter((_, i) => refusals[i] === null);
  return [reached, { field: 'phone', message: ADDRESS_REFUSALS[refused] }];
}
