import type { DeliveryState, Language, SystemSmsKind, SystemSmsState } from '@adieu/domain';
import { languageTold } from '../contacts/language-told.sql.ts';
import type { Sql } from '../sql.ts';
import { SCOPE_NAME } from '../organisation/scope-name.ts';

/** One that is to be handed over, and what its text is made of. */
export interface SystemSmsToSend {
  readonly id: string;
  readonly kind: SystemSmsKind;
  readonly about: string;
  readonly sender: string;
  readonly address: string;
  readonly language: Language;
  readonly accountName: string;
  /** The book or topic that it is about; null where it is all marketing, or none. */
  readonly scopeName: string | null;
  /** Why the request that it is about was declined; null where it was not, or nobody said. */
  readonly reason: string | null;
  /** Of a receipt: whether nothing comes to them from the short code any more, whoever sends (A8). */
  readonly isBlocked: boolean;
  /** Whether others send from there too: a word without a codeword is then about more than the account's (A8). */
  readonly isShared: boolean;
  /** Of the account's there, where it is told apart by one: that of what they had last; null = none. */
  readonly codeword: string | null;
  /** Where to ask: the account's own mail address; null where it has none. */
  readonly contact: string | null;
}

/**
 * Takes one that is to go; null where it went or may have gone, or there is nobody to write to. One that a dead worker had
 * under way may have gone: it stays unknown, and goes never again.
 */
export async function claimSystemSms(
  sql: Sql,
  id: string,
  now: Date,
): Promise<SystemSmsToSend | null> {
  const [claimed] = await sql.rows<{ state: SystemSmsState }>(
    `UPDATE system_sms SET state = CASE state WHEN 'QUEUED' THEN 'HANDING_OVER' ELSE 'UNKNOWN' END,
       outcome = CASE state WHEN 'QUEUED' THEN outcome ELSE 'its hand-over was cut off' END, changed_at = $2
     WHERE id = $1 AND state IN ('QUEUED', 'HANDING_OVER') RETURNING state`,
    [id, now],
  );
  if (claimed?.state !== 'HANDING_OVER') return null;
  const [row] = await sql.rows<SystemSmsToSend>(TO_SEND, [id]);
  if (row !== undefined) return row;
  await finishSystemSms(sql, id, { state: 'FAILED', outcome: 'nobody to write to' }, now);
  return null;
}

// Who never had anything from here has no recipient: their number stands with what they wrote.
const TO_SEND = `
  SELECT s.id, s.kind, s.about, s.sender, to_whom.address, a.name AS "accountName", about.scope_name AS "scopeName",
    (SELECT q.decision_reason FROM opt_out_request q WHERE q.id = s.about AND q.state = 'DECLINED') AS reason,
    s.kind = 'RECEIPT' AND EXISTS (SELECT FROM platform_block b
      WHERE b.address_key = s.address_key AND b.short_code = s.sender AND b.returned_to IS NULL) AS "isBlocked",
    coalesce(about.language, ${languageTold({ recipient: 'r.id', account: 'a.id', book: null })}, a.default_language) AS language,
    s.sender ~ '^\\d{3,6}$' AND (code.keyword IS NULL OR code.keyword <> ''
      OR EXISTS (SELECT FROM sender x WHERE x.address = s.sender AND x.account_id <> a.id)) AS "isShared",
    nullif(code.keyword, '') AS codeword,
    (SELECT m.address FROM sender m WHERE m.id = sender_for(a.id, NULL, 'EMAIL')) AS contact
  FROM system_sms s JOIN account a ON a.id = s.account_id
  LEFT JOIN recipient r ON r.organisation_id = s.organisation_id AND r.channel = 'SMS' AND r.address_key = s.address_key
  LEFT JOIN LATERAL (
    SELECT x.keyword FROM sender x WHERE x.account_id = a.id AND x.address = s.sender AND x.kind <> 'EMAIL'
    ORDER BY (SELECT max(m.changed_at) FROM campaign c JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id
      WHERE c.sender_id = x.id) DESC NULLS LAST, x.id LIMIT 1
  ) code ON true
  CROSS JOIN LATERAL (SELECT coalesce(r.address,
    (SELECT i.from_address FROM inbound_message i WHERE i.id = s.about)) AS address) to_whom
  LEFT JOIN LATERAL (
    SELECT ${SCOPE_NAME('q')} AS scope_name, NULL::text AS language FROM opt_out_request q
    WHERE q.id = s.about AND q.scope_kind IN ('BOOK', 'TOPIC')
    UNION ALL
    SELECT d.scope_name, d.language FROM double_opt_in d WHERE d.id = s.about AND d.scope_kind IN ('BOOK', 'TOPIC')
    UNION ALL
    SELECT c.scope_name, NULL FROM consent_record c WHERE c.id = s.about AND c.scope_kind IN ('BOOK', 'TOPIC')
  ) about ON true
  WHERE s.id = $1 AND to_whom.address IS NOT NULL`;

/**
 * Writes down how it ended, or that it may go again. Of a prompt that went, or may have, its double opt-in has from then on what was
 * asked, in the same statement: the second word counts.
 */
export async function finishSystemSms(
  sql: Sql,
  id: string,
  ended: {
    readonly state: Exclude<SystemSmsState, 'HANDING_OVER'>;
    readonly outcome: string | null;
    readonly text?: string;
    readonly gateway?: string;
    readonly gatewayId?: string | null;
  },
  now: Date,
): Promise<void> {
  await sql.rows(
    `WITH finished AS (
       UPDATE system_sms SET state = $2, outcome = $3, text = coalesce($4, text), gateway = coalesce($5, gateway),
         gateway_id = coalesce($6, gateway_id), changed_at = $7 WHERE id = $1 AND state = 'HANDING_OVER' RETURNING *
     )
     UPDATE double_opt_in d SET sent_at = $7, exchange = coalesce(d.exchange, '{"asked": null, "answer": null}')
       || jsonb_build_object('prompt', jsonb_build_object('text', f.text, 'at', $8::text, 'gatewayId', f.gateway_id))
     FROM finished f
     WHERE f.kind = 'PROMPT' AND f.state IN ('SENT', 'UNKNOWN') AND f.text IS NOT NULL AND d.id = f.about`,
    [
      id,
      ended.state,
      ended.outcome,
      ended.text ?? null,
      ended.gateway ?? null,
      ended.gatewayId ?? null,
      now,
      now.toISOString(),
    ],
  );
}

/** Those that should have gone by now: asked for in bulk, or whose way was lost. The oldest first. */
export async function queuedSystemSms(
  sql: Sql,
  before: Date,
  limit: number,
): Promise<Pick<SystemSmsToSend, 'id' | 'sender'>[]> {
  return sql.rows(
    `SELECT id, sender FROM system_sms WHERE state = 'QUEUED' AND at < $1 ORDER BY at LIMIT $2`,
    [before, limit],
  );
}

/**
 * What its gateway says of one, by our id or by its own; null where it is none of these that it is known to have taken. A prompt
 * that did not arrive asked nobody: no second word answers it, and no proof says that it was read.
 */
export async function systemSmsStatus(
  sql: Sql,
  status: {
    readonly id: string | null;
    readonly gateway: string;
    readonly gatewayId: string | null;
    readonly state: DeliveryState;
    readonly outcome: string;
    readonly now: Date;
  },
): Promise<string | null> {
  const { id, gateway, gatewayId, state, outcome, now } = status;
  const [row] = await sql.rows<{ id: string }>(
    id === null ? STATUS_BY_THEIR_ID : STATUS_BY_OUR_ID,
    [outcome, gateway, gatewayId, now, state, ...(id === null ? [] : [id])],
  );
  return row?.id ?? null;
}

const statusOf = (which: string): string => `
  WITH told AS (
    UPDATE system_sms SET outcome = $1,
      state = CASE WHEN $5 = 'FAILED' THEN 'FAILED' WHEN state = 'UNKNOWN' THEN 'SENT' ELSE state END,
      gateway = coalesce(gateway, $2), gateway_id = coalesce(gateway_id, $3), changed_at = $4
    WHERE ${which} RETURNING id, kind, about, state
  ), unasked AS (
    UPDATE double_opt_in d SET sent_at = NULL FROM told t
    WHERE t.kind = 'PROMPT' AND t.state = 'FAILED' AND d.id = t.about AND d.confirmed_at IS NULL
  ) SELECT id FROM told`;
const STATUS_BY_OUR_ID = statusOf('id = $6 AND coalesce(gateway, $2) = $2');
const STATUS_BY_THEIR_ID = statusOf('gateway = $2 AND gateway_id = $3');
