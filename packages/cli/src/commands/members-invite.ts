import { inviteMember, organisationExists } from '@adieu/db';
import { DEFAULT_DIGEST_SECONDS, type Language, publicId, refuseName } from '@adieu/domain';
import { normaliseEmail } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { MEMBER_REFUSED, readGrants } from './read-grants.ts';
import { uuidOf } from './uuid-of.ts';

export interface InviteMemberOptions {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly role: readonly string[];
  readonly language: Language;
  readonly data: string;
}

/** Invites somebody; the worker mails the link. */
export async function invite(options: InviteMemberOptions): Promise<void> {
  const organisationId = uuidOf('org', 'an organisation', options.organisation);
  const name = options.name.trim();
  const refused = refuseName(name);
  if (refused !== null) throw new Failure(refused);
  const email = normaliseEmail(options.email);
  if (email === null) throw new Failure(`${options.email} is no address`);
  const grants = readGrants(options.role);
  const { databaseUrl } = await findInstallation(options.data);
  const invited = await withDatabase(databaseUrl, async (db) => {
    if (!(await organisationExists(db.sql, organisationId)))
      throw new Failure(`there is no organisation ${options.organisation}`);
    const { language } = options;
    const member = { organisationId, name, email, language, grants };
    const rest = { digestSeconds: DEFAULT_DIGEST_SECONDS, invitedBy: 'adieu', now: new Date() };
    return db.transaction((tx) => inviteMember(tx, { ...member, ...rest }));
  });
  if ('refused' in invited) throw new Failure(MEMBER_REFUSED[invited.refused]);
  console.log(
    `${publicId('member', invited.memberId)}: a link that works for seven days is mailed to ${email}`,
  );
}
