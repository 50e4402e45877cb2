import { type Language, type ReasonsRefusal, type ReasonTexts, refuseReasons } from '@adieu/domain';
import { lockAccount } from '../organisation/accounts.ts';
import type { Sql } from '../sql.ts';

/** A reason of an account's own list, with its texts by language code. */
export interface OwnReason {
  readonly id: string;
  /** Outlives the wording. */
  readonly key: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
}

/** An account's own list in its order; empty where Adieu's list stands (F4). */
export async function ownReasons(sql: Sql, accountId: string): Promise<OwnReason[]> {
  return sql.rows(
    'SELECT id, key, texts FROM leave_reason WHERE account_id = $1 AND archived_at IS NULL ORDER BY position, id',
    [accountId],
  );
}

/**
 * Replaces an account's own list; reasons that were given before keep what they said. One that says the same as before
 * stays the same reason. An empty list brings Adieu's back.
 */
export async function setOwnReasons(
  sql: Sql,
  input: {
    organisationId: string;
    accountId: string;
    reasons: readonly ReasonTexts[];
    now: Date;
  },
): Promise<{ refused: null } | ReasonsRefusal | { refused: 'not-found' }> {
  const { organisationId, accountId, reasons, now } = input;
  const refused = refuseReasons(reasons);
  if (refused !== null) return refused;
  if (!(await lockAccount(sql, organisationId, accountId))) return { refused: 'not-found' };
  const keys = reasons.map(({ key }) => key);
  const texts = reasons.map((reason) => JSON.stringify(reason.texts));
  await sql.rows(
    `UPDATE leave_reason r SET archived_at = $2 WHERE account_id = $1 AND archived_at IS NULL
       AND NOT EXISTS (SELECT FROM unnest($3::text[], $4::jsonb[]) AS t(key, texts) WHERE t.key = r.key AND t.texts = r.texts)`,
    [accountId, now, keys, texts],
  );
  await sql.rows(
    `INSERT INTO leave_reason (account_id, key, texts, position)
     SELECT $1, t.key, t.texts, t.position FROM unnest($2::text[], $3::jsonb[]) WITH ORDINALITY AS t(key, texts, position)
     ON CONFLICT (account_id, key) WHERE archived_at IS NULL DO UPDATE SET position = excluded.position`,
    [accountId, keys, texts],
  );
  return { refused: null };
}

export interface GivenReason {
  readonly requestId: string;
  /** A word of Adieu's list or the id of an account's own reason; null where only words were given. */
  readonly reason: string | null;
  readonly text: string | null;
  readonly language: Language | null;
  readonly givenAt: Date;
}

/** Keeps why somebody left, beside the request; said again, the last word counts. The opt-out does not depend on it (C9, P-6). */
export async function giveReason(sql: Sql, given: GivenReason): Promise<void> {
  await sql.rows(
    `INSERT INTO given_reason (request_id, reason, text, language, given_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (request_id) DO UPDATE SET reason = excluded.reason, text = excluded.text,
       language = excluded.language, given_at = excluded.given_at`,
    [given.requestId, given.reason, given.text, given.language, given.givenAt],
  );
}

/** What was given for these requests. */
export async function givenReasons(
  sql: Sql,
  requestIds: readonly string[],
): Promise<(GivenReason & { readonly texts: Readonly<Record<string, string>> | null })[]> {
  return sql.rows(
    `SELECT g.request_id AS "requestId", g.reason, g.text, g.language, g.given_at AS "givenAt", l.texts
     FROM given_reason g LEFT JOIN leave_reason l ON l.id::text = g.reason WHERE g.request_id = ANY ($1::uuid[])`,
    [requestIds],
  );
}
