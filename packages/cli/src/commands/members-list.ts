import { listMembers, type Member } from '@adieu/db';
import { type MemberGrant, publicId } from '@adieu/domain';
import { findInstallation, withDatabase } from './connection.ts';
import { type OfOrganisation, theOrganisation } from './the-organisation.ts';

const PAGE = 200;

/** Prints an organisation's members, one a line: id, state, roles, name and address. */
export async function listAllMembers({ organisation, data }: OfOrganisation): Promise<void> {
  const { databaseUrl } = await findInstallation(data);
  const now = new Date();
  await withDatabase(databaseUrl, async ({ sql }) => {
    const organisationId = await theOrganisation(sql, organisation);
    for (let after: string | null = null; ;) {
      const { rows, hasNext } = await listMembers(sql, organisationId, { first: PAGE, after });
      for (const member of rows) console.log(lineOf(member, now));
      if (!hasNext) return;
      after = rows.at(-1)!.id;
    }
  });
}

function lineOf(member: Member, now: Date): string {
  const roles = member.grants.map(roleText).join(' ') || 'no role';
  const who = `${member.name} <${member.email}>`;
  return [publicId('member', member.id), stateOf(member, now), roles, who].join('  ');
}

const roleText = ({ right, accountId }: MemberGrant): string =>
  accountId === null ? right : `${right}=${publicId('account', accountId)}`;

function stateOf({ active, acceptedAt, invitationExpiresAt }: Member, now: Date): string {
  if (!active) return 'inactive';
  if (acceptedAt !== null) return 'member';
  return invitationExpiresAt !== null && invitationExpiresAt > now
    ? 'invited'
    : 'invitation expired';
}
