import type { Database } from '@adieu/db';
import { releaseDraft } from './release-draft.ts';
import { signMessageLink } from '@adieu/keys';
import { type Seed, seedContacts } from './seed.ts';

export interface SeededMail {
  readonly messageId: string;
  readonly address: string;
  /** Of its links. */
  readonly token: string;
}

/** Mails as a campaign that is released at `now` makes them, `count` of them to a book (the newsletter unless said otherwise). */
export async function seedMails(
  db: Database,
  org: Seed,
  { now, ...options }: { now: Date } & Parameters<typeof seedContacts>[2],
): Promise<SeededMail[]> {
  const campaignId = await seedContacts(db, org, options);
  const { organisationId, ring } = org;
  await db.transaction((sql) => releaseDraft(sql, { organisationId, campaignId, now }));
  const rows = await db.sql.rows<{ messageId: string; address: string }>(
    `SELECT m.id AS "messageId", r.address FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1 ORDER BY m.id`,
    [campaignId],
  );
  return rows.map((row) => ({ ...row, token: signMessageLink(ring, row.messageId) }));
}
