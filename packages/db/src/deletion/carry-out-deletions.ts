import type { Database } from '../database.ts';
import { eraseMany } from '../privacy/erase-recipient.ts';
import type { Transaction } from '../sql.ts';

interface Open {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly askedByKind: 'KEY' | 'MEMBER' | 'SYSTEM';
  readonly askedBy: string;
}

/**
 * Takes away one batch of what the oldest open deletion holds: first people, then contacts of people whom other accounts
 * know too, at last the rest. Gives how much went; repeat until it gives none. What was cut off is simply repeated.
 */
export function carryOutDeletions(db: Database, now: Date, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    const [open] = await tx.rows<Open>(
      `SELECT id, organisation_id AS "organisationId", account_id AS "accountId", asked_by_kind AS "askedByKind",
         asked_by AS "askedBy" FROM deletion WHERE finished_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (open === undefined) return 0;
    const gone = (await erasePeople(tx, open, now, limit)) || (await empty(tx, open, now, limit));
    if (gone === 0) {
      for (const text of REST) await tx.rows(text, [open.organisationId, open.accountId, now]);
    }
    await tx.rows(
      `UPDATE deletion SET gone = gone + $2, finished_at = CASE WHEN $2 = 0 THEN $3::timestamptz END WHERE id = $1`,
      [open.id, gone, now],
    );
    return gone || 1;
  });
}

/** Those whom nobody else in the organisation knows. */
async function erasePeople(
  tx: Transaction,
  { organisationId, accountId, askedByKind, askedBy }: Open,
  now: Date,
  limit: number,
): Promise<number> {
  const people = await tx.rows<{ id: string }>(accountId === null ? EVERYBODY : THEIRS_ALONE, [
    organisationId,
    limit,
    ...(accountId === null ? [] : [accountId]),
  ]);
  const ids = people.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const by = { actor: { kind: askedByKind, name: askedBy }, reason: null };
  await eraseMany(tx, organisationId, ids, now, by);
  return ids.length;
}

const EVERYBODY = `
  SELECT id FROM recipient WHERE organisation_id = $1 AND address IS NOT NULL
  ORDER BY address_key LIMIT $2 FOR NO KEY UPDATE`;
const THEIRS_ALONE = `
  SELECT r.id FROM recipient r
  WHERE r.organisation_id = $1 AND r.address IS NOT NULL AND r.id IN (
    SELECT x.recipient_id FROM contact_address x JOIN address_book b ON b.id = x.address_book_id WHERE b.account_id = $3)
  AND NOT EXISTS (
    SELECT FROM contact_address x JOIN address_book b ON b.id = x.address_book_id
    WHERE x.recipient_id = r.id AND b.account_id <> $3)
  ORDER BY r.address_key LIMIT $2 FOR NO KEY UPDATE OF r`;

// Their rows stay, empty: messages point at them, and by these the links of old mails go on working (O-10).
async function empty(
  tx: Transaction,
  { organisationId, accountId }: Open,
  now: Date,
  limit: number,
): Promise<number> {
  const rows = await tx.rows(
    `WITH batch AS (
       SELECT k.id FROM account a JOIN address_book b ON b.account_id = a.id JOIN contact k ON k.address_book_id = b.id
       WHERE a.organisation_id = $1 AND ($2::uuid IS NULL OR a.id = $2) AND (k.removed_at IS NULL OR k.fields <> '{}'
         OR k.language IS NOT NULL OR EXISTS (SELECT FROM contact_address x WHERE x.contact_id = k.id))
       LIMIT $4
     ), addresses AS (
       DELETE FROM contact_address x USING batch WHERE x.contact_id = batch.id
     )
     UPDATE contact k SET fields = '{}', language = NULL, removed_at = coalesce(k.removed_at, $3::timestamptz)
     FROM batch WHERE k.id = batch.id RETURNING 1`,
    [organisationId, accountId, now, limit],
  );
  return rows.length;
}

const OURS = `SELECT id FROM account WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id = $2) AND $3::timestamptz IS NOT NULL`;
const WHOLE = `organisation_id = $1 AND $2::uuid IS NULL AND $3::timestamptz IS NOT NULL`;

const KEYS = `organisation_id = $1 AND ($2::uuid IS NULL OR account_id = $2)`;

/** What else is of it: $1 the organisation, $2 the account or null, $3 now. */
const REST = [
  `DELETE FROM sign_up_form WHERE address_book_id IN (SELECT id FROM address_book WHERE account_id IN (${OURS}))`,
  `DELETE FROM recipient_preference WHERE account_id IN (${OURS})`,
  `DELETE FROM data_link WHERE account_id IN (${OURS})`,
  `DELETE FROM campaign_address WHERE campaign_id IN (SELECT id FROM campaign WHERE account_id IN (${OURS}))`,
  `DELETE FROM leave_reason WHERE account_id IN (${OURS})`,
  `UPDATE account SET reply_address = NULL, reads_replies = false WHERE reply_address IS NOT NULL AND id IN (${OURS})`,
  `DELETE FROM account_brand WHERE account_id IN (${OURS})`,
  `DELETE FROM brand_image WHERE account_id IN (${OURS})`,
  `DELETE FROM webhook_endpoint WHERE organisation_id = $1 AND ($2::uuid IS NULL OR account_id = $2) AND $3::timestamptz IS NOT NULL`,
  `DELETE FROM member_role WHERE account_id IN (${OURS})`,
  // One that an export names stays, ended; one that was made while the deletion was asked for ends here. Without
  // `replaced_by`, those that stay do not hold those that go.
  `UPDATE api_key SET revoked_at = coalesce(revoked_at, $3::timestamptz), replaced_by = NULL WHERE ${KEYS}`,
  `DELETE FROM api_key k WHERE ${KEYS} AND $3::timestamptz IS NOT NULL
     AND NOT EXISTS (SELECT FROM audience_export e WHERE e.api_key_id = k.id)`,
  `DELETE FROM member WHERE ${WHOLE}`,
  `DELETE FROM sender_domain WHERE ${WHOLE}`,
  `DELETE FROM sms_sender_owner WHERE ${WHOLE}`,
  `UPDATE evidence_file SET content = NULL WHERE content IS NOT NULL AND ${WHOLE}`,
  `DELETE FROM idempotency_key WHERE ${WHOLE}`,
];
