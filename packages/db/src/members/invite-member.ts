import { type MemberGrant, INVITATION_SECONDS } from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Transaction } from '../sql.ts';
import { addMember } from './add-member.ts';
import type { MemberFields } from './members.ts';

export interface MemberToInvite extends MemberFields {
  readonly organisationId: string;
  readonly grants: readonly MemberGrant[];
  /** Name of the member or key that invites; the mail says it. */
  readonly invitedBy: string;
  readonly now: Date;
}

/** Adds a member who is told of nothing until they accept, by the link that is mailed to them. Gives the id. */
export async function inviteMember(
  tx: Transaction,
  member: MemberToInvite,
): Promise<{ memberId: string } | { refused: 'email-taken' | 'account-not-found' }> {
  const added = await addMember(tx, { ...member, isInvited: true });
  if ('refused' in added) return added;
  await makeInvitation(tx, { ...member, memberId: added.memberId });
  return added;
}

/** Mails a new link with a new end; the one before opens nothing any more. At most one in ten minutes, as any mail that is asked for. */
export async function inviteAgain(
  tx: Transaction,
  again: {
    readonly organisationId: string;
    readonly memberId: string;
    readonly invitedBy: string;
    readonly now: Date;
  },
): Promise<{ invited: true } | { refused: 'not-found' | 'already-accepted' | 'too-soon' }> {
  const [member] = await tx.rows<{ accepted: boolean; tooSoon: boolean }>(
    `SELECT m.accepted_at IS NOT NULL AS accepted,
       coalesce(i.created_at > $3::timestamptz - interval '10 minutes', false) AS "tooSoon"
     FROM member m LEFT JOIN invitation i ON i.member_id = m.id
     WHERE m.organisation_id = $1 AND m.id = $2 AND m.active FOR UPDATE OF m`,
    [again.organisationId, again.memberId, again.now],
  );
  if (member === undefined) return { refused: 'not-found' };
  if (member.accepted) return { refused: 'already-accepted' };
  if (member.tooSoon) return { refused: 'too-soon' };
  await tx.rows('DELETE FROM invitation WHERE member_id = $1', [again.memberId]);
  await makeInvitation(tx, again);
  return { invited: true };
}

/** Takes an invitation back, and with it the member, who never was one. */
export async function withdrawInvitation(
  tx: Transaction,
  organisationId: string,
  memberId: string,
): Promise<{ withdrawn: true } | { refused: 'not-found' | 'already-accepted' }> {
  const [member] = await tx.rows<{ accepted: boolean }>(
    'SELECT accepted_at IS NOT NULL AS accepted FROM member WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
    [organisationId, memberId],
  );
  if (member === undefined) return { refused: 'not-found' };
  if (member.accepted) return { refused: 'already-accepted' };
  await tx.rows('DELETE FROM member WHERE id = $1', [memberId]);
  return { withdrawn: true };
}

async function makeInvitation(
  tx: Transaction,
  of: { readonly memberId: string; readonly invitedBy: string; readonly now: Date },
): Promise<void> {
  const [made] = await tx.rows<{ id: string }>(
    `INSERT INTO invitation (member_id, invited_by, created_at, expires_at)
     VALUES ($1, $2, $3::timestamptz, $3::timestamptz + $4 * interval '1 second') RETURNING id`,
    [of.memberId, of.invitedBy, of.now, INVITATION_SECONDS],
  );
  await postAll(tx, [{ kind: 'invitation.made', id: made!.id }]);
}
