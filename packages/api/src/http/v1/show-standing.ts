import type { Standing, StandingOf } from '@adieu/db';
import { maskAddress } from '@adieu/domain';
import { toId, toScopeId } from '../../graphql/shared/ids.ts';

export type Addresses = 'masked' | 'clear' | 'none';

/** Whom it is about, as a line says it. */
export function showWhom({ key, channel, address }: StandingOf, as: Addresses) {
  const shown =
    address === null || as === 'none' ? null : as === 'clear' ? address : maskAddress(address);
  return { key, channel, address: shown };
}

export function showStanding(row: Standing) {
  const { scopeKind, scopeId, ownListOf, state, since, requestId, returnedTo } = row;
  return {
    scope: { kind: scopeKind, id: toScopeId(scopeKind, scopeId) },
    ownListOf: ownListOf && toId('account', ownListOf),
    state,
    since: since.toISOString(),
    requestId: requestId && toId('optout', requestId),
    returnedTo: returnedTo.map(({ kind, id }) => ({ kind, id: toScopeId(kind, id) })),
  };
}
