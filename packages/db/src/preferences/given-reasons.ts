import type { Language } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** A reason of an account's own list, with its texts by language code. */
export interface OwnReason {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** An account's own list in its order; empty where the house's list stands (F4). */
export async function ownReasons(sql: Sql, accountId: string): Promise<OwnReason[]> {
  return sql.rows(
    'SELECT id, texts FROM leave_reason WHERE account_id = $1 AND archived_at IS NULL ORDER BY position, id',
    [accountId],
  );
}

/** Replaces an account's own list; reasons that were given before keep what they said. An empty list brings the house's back. */
export async function setOwnReasons(
  sql: Sql,
  input: {
    accountId: string;
    texts: readonly Readonly<Record<string, string>>[];
    now: Date;
  },
): Promise<void> {
  await sql.rows(
    'UPDATE leave_reason SET archived_at = $2 WHERE account_id = $1 AND archived_at IS NULL',
    [input.accountId, input.now],
  );
  await sql.rows(
    `INSERT INTO leave_reason (account_id, position, texts)
     SELECT $1, t.position, t.texts FROM unnest($2::jsonb[]) WITH ORDINALITY AS t(texts, position)`,
    [input.accountId, input.texts.map((texts) => JSON.stringify(texts))],
  );
}

export interface GivenReason {
  readonly requestId: string;
  /** A word of the house's list or the id of an account's own reason; null where only words were given. */
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
