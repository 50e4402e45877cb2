import { endOf } from '@adieu/db';
import { type MemberGrant, mayGive, type Viewer } from '@adieu/domain';
import { type Context, viewerOf } from '../shared/context.ts';
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

/**
 * Why a caller may not let somebody in; null where they may. Members have no end, so a key that has one would give what outlasts it:
 * by an invitation, by another's address, by roles.
 */
export async function refuseLettingIn(
  ctx: Context,
  given: readonly MemberGrant[] = [],
): Promise<Forbidden | null> {
  const viewer = viewerOf(ctx);
  const forbidden = refuseManaging(viewer, given);
  if (forbidden !== null) return forbidden;
  return (await endOf(ctx.db.sql, viewer)) === null
    ? null
    : new Forbidden('A key that ends lets nobody in: they would stay longer than it.');
}
