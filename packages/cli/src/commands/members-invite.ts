import { inviteMember } from '@adieu/db';
import { DEFAULT_DIGEST_SECONDS, type Language, publicId, refuseName } from '@adieu/domain';
import { normaliseEmail } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { MEMBER_REFUSED, readGrants } from './read-grants.ts';
import { type OfOrganisation, organisationOf } from './the-organisation.ts';

export interface InviteMemberOptions extends OfOrganisation {
  readonly name: string;
  readonly email: string;
  readonly role: readonly string[];
  readonly language: Language;
}

/** Invites somebody; the worker mails the link. */
export async function invite(options: InviteMemberOptions): Promise<void> {
  const name = options.name.trim();
  const refused = refuseName(name);
  if (refused !== null) throw new Failure(refused);
  const email = normaliseEmail(options.email);
  if (email === null) throw new Failure(`${options.email} is no address`);
  const grants = readGrants(options.role);
  const { databaseUrl } = await findInstallation(options.data);
  const invited = await withDatabase(databaseUrl, async (db) => {
    const { id: organisationId, name: invitedBy } = await organisationOf(
      db.sql,
      options.organisation,
    );
    const { language } = options;
    const member = { organisationId, name, email, language, grants };
    const rest = { digestSeconds: DEFAULT_DIGEST_SECONDS, invitedBy, now: new Date() };
    return db.transaction((tx) => inviteMember(tx, { ...member, ...rest }));
  });
  if ('refused' in invited) throw new Failure(MEMBER_REFUSED[invited.refused]);
  console.log(
    `${publicId('member', invited.memberId)}: a link that works for seven days is mailed to ${email}`,
  );
}
