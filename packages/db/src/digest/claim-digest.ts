import type { Language, Mailbox, TimeoutOutcome } from '@adieu/domain';
import type { Database } from '../database.ts';
import { inReach, REVIEWS } from '../members/reach.sql.ts';
import { SCOPE_NAME } from '../organisation/scope-name.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import type { Sql } from '../sql.ts';

/** What waits in one book (or another scope, where a request is of none), by what its deadlines do. Counts only (C4). */
export interface DigestLine {
  readonly name: string;
  readonly onTimeout: TimeoutOutcome;
  readonly open: number;
  /** Of these, the ones they were not told of before. */
  readonly fresh: number;
  readonly oldestDeadline: Date;
}

export interface ClaimedDigest {
  readonly digestId: string;
  readonly organisationName: string;
  /** Of the organisation's first account. */
  readonly from: Mailbox | null;
  readonly accountTimeZone: string;
  readonly email: string;
  readonly language: Language;
  /** What ends first comes first. */
  readonly lines: readonly DigestLine[];
}

/**
 * Claims the digest of one person: their turn is over with this commit, so that no second worker and no second try tells
 * them again. Null where it is not their turn (any more), or nothing is new to them and no reminder is due. What then happens
 * to the mail is told by `markDigestSent` or `releaseDigest`; without either the next period's digest tells it anew.
 */
export async function claimDigest(
  db: Database,
  memberId: string,
  now: Date,
): Promise<ClaimedDigest | null> {
  return db.transaction(async (sql) => {
    const [person] = await sql.rows<Omit<ClaimedDigest, 'digestId' | 'lines'>>(PERSON, [
      memberId,
      now,
    ]);
    if (person === undefined) return null;
    await sql.rows(FORGET_CLOSED, [memberId]);
    const rows = await sql.rows<DigestLine & { digestId: string }>(CLAIM, [memberId, now]);
    const [first] = rows;
    if (first === undefined) return null;
    const lines = rows.map(({ digestId: _digest, ...line }) => line);
    return { ...person, digestId: first.digestId, lines };
  });
}

// Another worker that holds the person is telling them: there is nothing to wait for.
const PERSON = `
  SELECT p.email, p.language, o.name AS "organisationName",
    ${MAILBOX('a.id')} AS "from", ${ACCOUNT_ZONE('a')} AS "accountTimeZone"
  FROM member p JOIN organisation o ON o.id = p.organisation_id
  JOIN LATERAL (SELECT id, time_zone, country FROM account WHERE organisation_id = o.id ORDER BY id LIMIT 1) a ON true
  WHERE p.id = $1 AND ${REVIEWS('p.id')} IS DISTINCT FROM '{}'
    AND (p.last_digest_at IS NULL OR p.last_digest_at + p.digest_seconds * interval '1 second' <= $2)
  FOR UPDATE OF p SKIP LOCKED`;

const FORGET_CLOSED = `
  DELETE FROM digest_item i USING digest d, opt_out_request q
  WHERE d.member_id = $1 AND i.digest_id = d.id AND q.id = i.request_id AND q.state <> 'PENDING'`;

// A policy that names nobody, or nobody who may decide there, tells everybody who may: a request must not wait unseen.
const CLAIM = `
  WITH told AS (
    SELECT i.request_id, max(d.claimed_at) AS at FROM digest d JOIN digest_item i ON i.digest_id = d.id
    WHERE d.member_id = $1 AND d.sent_at IS NOT NULL GROUP BY 1
  ),
  waiting AS (
    SELECT q.id, q.deadline, q.on_timeout, told.at IS NULL AS fresh,
      CASE WHEN q.address_book_id IS NULL THEN q.scope_kind ELSE 'BOOK' END AS scope_kind,
      coalesce(q.address_book_id, q.scope_id) AS scope_id,
      EXISTS (SELECT FROM unnest(r.remind_before_seconds) AS s(seconds)
        WHERE q.deadline - s.seconds * interval '1 second' <= $2::timestamptz
          AND q.deadline - s.seconds * interval '1 second' > told.at) AS remind
    FROM member p CROSS JOIN LATERAL (SELECT ${REVIEWS('p.id')} AS accounts) v
    JOIN opt_out_request q ON q.organisation_id = p.organisation_id AND q.state = 'PENDING' AND ${inReach('v.accounts', 'q.account_id')}
    CROSS JOIN LATERAL request_policy(q.id) r
    LEFT JOIN told ON told.request_id = q.id
    WHERE p.id = $1 AND (p.id = ANY (r.tell)
      OR NOT EXISTS (SELECT FROM unnest(r.tell) AS t(id) CROSS JOIN LATERAL (SELECT ${REVIEWS('t.id')} AS accounts) w
        WHERE ${inReach('w.accounts', 'q.account_id')}))
  ),
  claimed AS (
    INSERT INTO digest (member_id, claimed_at, previous_at)
    SELECT p.id, $2::timestamptz, p.last_digest_at FROM member p
    WHERE p.id = $1 AND EXISTS (SELECT FROM waiting WHERE fresh OR remind) RETURNING id, member_id
  ),
  items AS (
    INSERT INTO digest_item (digest_id, request_id) SELECT c.id, w.id FROM claimed c CROSS JOIN waiting w WHERE w.fresh OR w.remind
  ),
  turn AS (UPDATE member p SET last_digest_at = $2::timestamptz FROM claimed c WHERE p.id = c.member_id)
  SELECT c.id AS "digestId", ${SCOPE_NAME('l')} AS name, l.on_timeout AS "onTimeout", l.open, l.fresh,
    l.oldest AS "oldestDeadline"
  FROM claimed c CROSS JOIN (
    SELECT scope_kind, scope_id, on_timeout, count(*)::int AS open, count(*) FILTER (WHERE fresh)::int AS fresh, min(deadline) AS oldest
    FROM waiting GROUP BY 1, 2, 3
  ) l ORDER BY l.oldest, l.scope_id, l.on_timeout`;

/** The mail server has it: what stood in it counts as told. */
export async function markDigestSent(sql: Sql, digestId: string, now: Date): Promise<void> {
  await sql.rows('UPDATE digest SET sent_at = $2 WHERE id = $1 AND sent_at IS NULL', [
    digestId,
    now,
  ]);
}

/** The mail did certainly not leave: it is their turn again. */
export async function releaseDigest(sql: Sql, digestId: string): Promise<void> {
  await sql.rows(
    `WITH gone AS (DELETE FROM digest WHERE id = $1 AND sent_at IS NULL RETURNING *)
     UPDATE member p SET last_digest_at = g.previous_at
     FROM gone g WHERE p.id = g.member_id AND p.last_digest_at = g.claimed_at`,
    [digestId],
  );
}
