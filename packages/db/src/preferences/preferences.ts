import type { Frequency, Language } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What a recipient chose for one account's messages on one channel. */
export interface Preferences {
  readonly frequency: Frequency;
  /** No marketing before; null = no pause. */
  readonly snoozedUntil: Date | null;
  /** Null = the contact's own, or the account's. */
  readonly language: Language | null;
}

export interface PreferenceChange {
  readonly recipientId: string;
  readonly accountId: string;
  /** What is left out stays as it was. */
  readonly change: Partial<Preferences>;
  readonly now: Date;
}

/**
 * Writes a change with its ledger event, in the caller's transaction. Nothing to change writes nothing. What is held for the
 * recipient is judged anew at once: it may go earlier now, or later.
 */
export async function changePreferences(sql: Sql, input: PreferenceChange): Promise<void> {
  const { recipientId, accountId, change, now } = input;
  if (Object.keys(change).length === 0) return;
  await sql.rows(CHANGE, [
    recipientId,
    accountId,
    change.frequency ?? null,
    'snoozedUntil' in change,
    change.snoozedUntil ?? null,
    'language' in change,
    change.language ?? null,
    now,
    JSON.stringify(change),
  ]);
  if (change.frequency === undefined && !('snoozedUntil' in change)) return;
  await sql.rows(JUDGE_HELD_ANEW, [recipientId, accountId, now]);
}

// Its own statement, with a snapshot in which the preference is locked: what was held by the old one until then is seen. What
// is being claimed waits for this commit and is judged by the new one.
const JUDGE_HELD_ANEW = `
  UPDATE message m SET due_at = $3 WHERE m.id IN (
    SELECT h.id FROM message h JOIN campaign c ON c.id = h.campaign_id
    WHERE h.recipient_id = $1 AND c.account_id = $2 AND h.state = 'HELD' AND h.due_at > $3 FOR UPDATE OF h SKIP LOCKED)`;

const CHANGE = `
  WITH changed AS (
    INSERT INTO recipient_preference AS p (recipient_id, account_id, frequency, snoozed_until, language, changed_at)
    SELECT $1::uuid, $2::uuid, coalesce($3::text, 'EVERY'), $5::timestamptz, $7::text, $8::timestamptz
    WHERE coalesce($3, 'EVERY') <> 'EVERY' OR $5 IS NOT NULL OR $7 IS NOT NULL
      OR EXISTS (SELECT FROM recipient_preference WHERE recipient_id = $1 AND account_id = $2)
    ON CONFLICT (recipient_id, account_id) DO UPDATE SET
      frequency = coalesce($3::text, p.frequency),
      snoozed_until = CASE WHEN $4::boolean THEN excluded.snoozed_until ELSE p.snoozed_until END,
      language = CASE WHEN $6::boolean THEN excluded.language ELSE p.language END,
      changed_at = excluded.changed_at
    WHERE (coalesce($3, p.frequency), CASE WHEN $4 THEN $5 ELSE p.snoozed_until END, CASE WHEN $6 THEN $7 ELSE p.language END)
      IS DISTINCT FROM (p.frequency, p.snoozed_until, p.language)
    RETURNING recipient_id, account_id
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id,
    actor_kind, detail)
  SELECT r.organisation_id, $8::timestamptz, 'PREFERENCES_CHANGED', r.id, r.address_key, r.channel, 'ACCOUNT', c.account_id,
    'RECIPIENT', $9::jsonb
  FROM changed c JOIN recipient r ON r.id = c.recipient_id`;
