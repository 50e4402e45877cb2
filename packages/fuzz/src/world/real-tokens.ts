import {
  addMember,
  armDataLink,
  armDoubleOptIn,
  armInvitation,
  askForData,
  beginSession,
  type Database,
  inviteMember,
  startDoubleOptIn,
} from '@adieu/db';
import { createSecretToken, signWebLink } from '@adieu/keys';
import type { Seed } from '@adieu/testkit/seed';
import type { SeededMail } from '@adieu/testkit/seed-mails';

/** A token of each kind that is handed to somebody, each in force. */
export type RealTokens = Readonly<
  Record<
    | 'link'
    | 'web'
    | 'data'
    | 'double-opt-in'
    | 'review'
    | 'sign-in'
    | 'invitation'
    | 'session'
    | 'key',
    string
  >
>;
export const TOKEN_KINDS: readonly (keyof RealTokens)[] = [
  'link',
  'web',
  'data',
  'double-opt-in',
  'review',
  'sign-in',
  'invitation',
  'session',
  'key',
];

export async function openTokens(
  db: Database,
  org: Seed,
  mail: SeededMail,
  now: Date,
): Promise<RealTokens> {
  const { sql } = db;
  const { organisationId, accountId } = org;
  const [recipient] = await sql.rows<{ id: string }>(
    'SELECT recipient_id AS id FROM message WHERE id = $1',
    [mail.messageId],
  );
  const recipientId = recipient!.id;
  const idIn = async (table: string): Promise<string> => {
    const [row] = await sql.rows<{ id: string }>(
      `SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`,
    );
    return row!.id;
  };

  await askForData(sql, { recipientId, accountId, language: 'en', now });
  const data = createSecretToken();
  await armDataLink(sql, await idIn('data_link'), data.hash);

  const started = await startDoubleOptIn(sql, {
    organisationId,
    recipientId,
    scope: { kind: 'BOOK', id: org.newsletterId },
    accountId: null,
    language: 'en',
    declaration: (name) => `I want ${name}.`,
    declarationVersion: '1',
    formUrl: null,
    origin: null,
    userAgent: null,
    now,
  });
  if ('refused' in started) throw new Error(started.refused);
  const doubleOptIn = createSecretToken();
  const armed = { id: started.id, tokenHash: doubleOptIn.hash, messageId: '<x@x>', now };
  await armDoubleOptIn(sql, armed);

  const words = { organisationId, language: 'en', digestSeconds: 86_400 } as const;
  const member = await addMember(sql, { ...words, name: 'Eva', email: 'eva@example.test' });
  if ('refused' in member) throw new Error(member.refused);
  const { memberId } = member;
  const linkOf = async (purpose: string): Promise<string> => {
    const { secret, hash } = createSecretToken();
    await sql.rows(
      `INSERT INTO review_link (member_id, purpose, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $4::timestamptz + interval '30 days')`,
      [memberId, purpose, hash, now],
    );
    return secret;
  };
  const session = createSecretToken();
  await beginSession(sql, {
    memberId,
    secretHash: session.hash,
    means: 'MAIL',
    userAgent: null,
    now,
  });
  const invitation = createSecretToken();
  await db.transaction((tx) =>
    inviteMember(tx, {
      ...words,
      name: 'Ole',
      email: 'ole@example.test',
      grants: [{ right: 'REVIEWER', accountId: null }],
      invitedBy: 'fuzz',
      now,
    }),
  );
  await armInvitation(sql, await idIn('invitation'), invitation.hash);

  return {
    link: mail.token,
    web: signWebLink(org.ring, mail.messageId),
    data: data.secret,
    'double-opt-in': doubleOptIn.secret,
    review: await linkOf('REVIEW'),
    'sign-in': await linkOf('SIGN_IN'),
    invitation: invitation.secret,
    session: session.secret,
    key: org.adminKey,
  };
}
