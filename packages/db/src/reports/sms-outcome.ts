import type { Sql } from '../sql.ts';

/** What gateways say became of a campaign by SMS, beside what is counted of every campaign. */
export interface SmsOutcome {
  readonly delivered: number;
  /** Taken by a gateway, and told by it afterwards not to have come. */
  readonly undelivered: number;
  /** Taken by a gateway that told nothing final of it, yet. */
  readonly unheard: number;
  /** As how many SMS its texts went, as far as that is known: what is paid for. */
  readonly parts: number;
  /** People whom a gateway told to have opted out there. */
  readonly optedOut: number;
  /** Why messages were refused or not delivered, in the gateways' codes; the most frequent first. */
  readonly failures: readonly { readonly code: string | null; readonly count: number }[];
}

/** Codes are few; a gateway that puts something of each message into them is not listed to its end. */
const MOST_CODES = 20;

/** Null of a campaign by mail. */
export async function smsOutcome(sql: Sql, campaignId: string): Promise<SmsOutcome | null> {
  const [row] = await sql.rows<SmsOutcome>(OUTCOME, [campaignId]);
  return row ?? null;
}

// A text that could not be made says why in words of its author: those stay with the message.
const OUTCOME = `
  WITH told AS (
    SELECT m.state, d.state AS told, d.parts,
      CASE WHEN m.state = 'SENT' THEN d.code WHEN m.outcome LIKE 'not rendered:%' THEN 'not rendered' ELSE m.outcome END AS code
    FROM message m LEFT JOIN sms_delivery d ON d.message_id = m.id
    WHERE m.campaign_id = $1 AND m.state IN ('SENT', 'FAILED')
  ), failed AS (
    SELECT code, count(*)::int AS count FROM told WHERE state = 'FAILED' OR told = 'FAILED'
    GROUP BY code ORDER BY count(*) DESC, code LIMIT ${MOST_CODES}
  )
  SELECT t.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'count', f.count) ORDER BY f.count DESC, f.code), '[]')
      FROM failed f) AS failures,
    (SELECT count(DISTINCT q.recipient_id)::int FROM opt_out_request q
     WHERE q.campaign_id = $1 AND q.method = 'PROVIDER') AS "optedOut"
  FROM campaign c CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'SENT' AND told = 'DELIVERED')::int AS delivered,
      count(*) FILTER (WHERE state = 'SENT' AND told = 'FAILED')::int AS undelivered,
      count(*) FILTER (WHERE state = 'SENT' AND (told IS NULL OR told IN ('SENT', 'UNKNOWN')))::int AS unheard,
      coalesce(sum(parts) FILTER (WHERE state = 'SENT'), 0)::int AS parts
    FROM told
  ) t WHERE c.id = $1 AND c.channel = 'SMS'`;
