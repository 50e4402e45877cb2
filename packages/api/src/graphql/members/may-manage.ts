import { type MemberGrant, mayGive, type Viewer } from '@adieu/domain';
import { Forbidden } from '../shared/problems.ts';

/**
 * Why a caller may not change who the members are; null where they may. A member belongs to the whole organisation, so
 * whoever administers one account of it manages none, and nobody gives more than they hold.
 */
export function refuseManaging(
  viewer: Viewer,
  given: readonly MemberGrant[] = [],
): Forbidden | null {
  const grants = viewer.grants.filter(({ accountId }) => accountId === null);
  if (!grants.some(({ right }) => right === 'ADMIN'))
    return new Forbidden('Members are managed by an ADMIN of the whole organisation.');
  return mayGive(grants, given) ? null : new Forbidden('These roles are not yours to give.');
}
