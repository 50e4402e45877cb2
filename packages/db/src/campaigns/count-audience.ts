import type { Sql } from '../sql.ts';

/** Whom a draft goes to, counted. */
export interface AudienceCount {
  readonly total: number;
  /** Whom the gate would let through now. */
  readonly reachable: number;
  /** Whom it would stop, by the reason that messages are stopped for (N3); the most frequent first. */
  readonly stopped: readonly { readonly reason: string; readonly count: number }[];
}

/**
 * Counts a draft's audience with what the gate would stop at `now`. The verdicts are those of `claim_messages`, in the same
 * order, asked of all at once: as in an audience export, `covering_suppressions` stands in a LEFT JOIN LATERAL that
 * PostgreSQL takes apart, to join a million contacts by hash. An opt-out beats a pause, as there.
 */
export async function countAudience(
  sql: Sql,
  campaignId: string,
  now: Date,
): Promise<AudienceCount> {
  const rows = await sql.rows<{ reason: string | null; count: number }>(COUNT, [campaignId, now]);
  const stopped = rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
  const reachable = rows.find(({ reason }) => reason === null)?.count ?? 0;
  return { total: stopped.reduce((sum, { count }) => sum + count, reachable), reachable, stopped };
}

/** No message yet, so none that is left out when the others of a period are counted. */
const NO_MESSAGE = `'00000000-0000-0000-0000-000000000000'::uuid`;

const COUNT = `
  SELECT j.reason, count(*)::int AS count FROM (
    SELECT CASE WHEN g.gone THEN 'CONTACT_REMOVED'
      WHEN g.archived THEN 'ARCHIVED'
      ELSE coalesce(g.state, CASE WHEN p.recipient_id IS NOT NULL AND g.purpose = 'MARKETING' THEN
        CASE WHEN p.snoozed_until > $2 THEN 'SNOOZED'
          WHEN p.frequency <> 'EVERY' AND period_is_used_up(p.recipient_id, p.account_id, p.frequency, ${NO_MESSAGE}, $2)
            THEN 'FREQUENCY_CAP'
        END END) END AS reason
    FROM (
      SELECT k.recipient_id, w.account_id, w.purpose, w.archived, bool_or(r.address IS NULL) AS gone, min(s.state) AS state
      FROM (
        SELECT c.organisation_id, c.account_id, c.address_book_id, c.topic_id, coalesce(b.purpose, c.purpose) AS purpose,
          CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END AS list_id,
          coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS archived
        FROM campaign c JOIN account a ON a.id = c.account_id
        LEFT JOIN address_book b ON b.id = c.address_book_id
        LEFT JOIN topic t ON t.id = c.topic_id
        WHERE c.id = $1
      ) w
      CROSS JOIN campaign_audience($1) k
      JOIN recipient r ON r.id = k.recipient_id
      LEFT JOIN LATERAL covering_suppressions(r.address_key, w.list_id, r.channel, w.purpose, w.organisation_id, w.account_id,
        w.address_book_id, w.topic_id) s ON true
      GROUP BY 1, 2, 3, 4
    ) g
    LEFT JOIN recipient_preference p ON p.recipient_id = g.recipient_id AND p.account_id = g.account_id
  ) j GROUP BY 1 ORDER BY 2 DESC, 1`;
