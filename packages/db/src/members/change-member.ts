import { administersAll, type MemberGrant } from '@adieu/domain';
import { LockMode } from '@mikro-orm/postgresql';
import { ReviewLinkEntity } from '../review/review-link.entity.ts';
import type { Transaction } from '../sql.ts';
import { areOwnAccounts, isLastAdmin, setGrants } from './grants.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { MemberIdentityEntity } from './member-identity.entity.ts';
import { MemberSessionEntity } from './member-session.entity.ts';
import { MemberEntity } from './member.entity.ts';
import type { MemberFields } from './members.ts';

export type MemberChange = Partial<MemberFields> & {
  readonly organisationId: string;
  readonly memberId: string;
  readonly active?: boolean;
  readonly grants?: readonly MemberGrant[];
};

type Refused = 'not-found' | 'email-taken' | 'account-not-found' | 'last-admin';

/**
 * Changes what is given and keeps the rest. Another address, or no activity any more, ends their sessions and links; with
 * another address go also an invitation and what an OpenID provider knows them by, which were another's. The last
 * administrator of the whole organisation stays one.
 */
export async function changeMember(
  tx: Transaction,
  change: MemberChange,
): Promise<{ changed: true } | { refused: Refused }> {
  const { organisationId, memberId: id, grants, ...given } = change;
  const em = tx.em();
  const demoted = given.active === false || (grants !== undefined && !administersAll(grants));
  if (demoted && (await isLastAdmin(tx, organisationId, id))) return { refused: 'last-admin' };
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const member = await em.findOne(MemberEntity, { id, organisationId }, lock);
  if (member === null) return { refused: 'not-found' };
  const moves = given.email !== undefined && given.email !== member.email;
  if (moves && (await em.count(MemberEntity, { organisationId, email: given.email! })) > 0)
    return { refused: 'email-taken' };
  if (grants !== undefined) {
    if (!(await areOwnAccounts(tx, organisationId, grants)))
      return { refused: 'account-not-found' };
    await setGrants(tx, id, grants);
  }
  em.assign(member, given);
  await em.flush();
  const theirs = { memberId: id };
  if (moves || given.active === false) {
    await em.nativeDelete(ReviewLinkEntity, theirs);
    await em.nativeDelete(MemberSessionEntity, theirs);
  }
  if (moves) {
    await em.nativeDelete(InvitationEntity, theirs);
    await em.nativeDelete(MemberIdentityEntity, theirs);
  }
  return { changed: true };
}

/** Forgets a member, and what they were told. Decisions keep the name they were made under. */
export async function removeMember(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<{ removed: true } | { refused: 'not-found' | 'last-admin' }> {
  if (await isLastAdmin(tx, organisationId, id)) return { refused: 'last-admin' };
  const removed = await tx.em().nativeDelete(MemberEntity, { id, organisationId });
  return removed > 0 ? { removed: true } : { refused: 'not-found' };
}
