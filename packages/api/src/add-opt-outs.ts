import { addOptOuts, scopeExists, type Transaction } from '@adieu/db';

/** What became of a request to opt addresses out: as JSON, for its result is kept with its idempotency key. */
export type AddedOnce =
  | { refused: 'not-found' | 'no-opt-out' | 'exempt' }
  | { refused: null; requestIds: (string | null)[] };

/** Opts addresses out of a scope, or says why none was. Ids in the order of the addresses. */
export async function addOnce(
  tx: Transaction,
  command: Parameters<typeof addOptOuts>[1],
): Promise<AddedOnce> {
  if (!(await scopeExists(tx, command.organisationId, command.scope)))
    return { refused: 'not-found' };
  const added = await addOptOuts(tx, command);
  const refused = added.find((one) => one.refused === 'no-opt-out' || one.refused === 'exempt');
  if (refused?.refused === 'no-opt-out' || refused?.refused === 'exempt')
    return { refused: refused.refused };
  return { refused: null, requestIds: added.map(({ requestId }) => requestId) };
}
