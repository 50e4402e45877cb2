import {
  type InboundOutcome,
  type InboundRemark,
  type ParkedBecause,
  READ_AGAIN_SECONDS,
} from '@adieu/domain';
import type { Sql, Transaction } from '../sql.ts';

/** What one became, and whose it is. */
export interface Became {
  readonly outcome: InboundOutcome;
  readonly keyword: string | null;
  /** The words that decided, and by what rule each. */
  readonly why: readonly string[];
  /** Of a mail: what else decided. */
  readonly remark: InboundRemark | null;
  readonly organisationId: string | null;
  readonly accountId: string | null;
  readonly addressBookId: string | null;
  readonly requestId: string | null;
  readonly doubleOptInId: string | null;
  /** What a mail says, where it was found in its raw form. */
  readonly text?: string | null;
  /** The message of ours that a report is of: it names its recipient, and goes with them. */
  readonly ofMessageId?: string;
}

/** Writes what one became, in the transaction of what it became. */
export async function inboundBecame(
  sql: Transaction,
  id: string,
  became: Became,
  now: Date,
): Promise<void> {
  await sql.rows(
    `WITH became AS (
       UPDATE inbound_message SET state = 'UNDERSTOOD', due_at = NULL, outcome = $2, keyword = $3, organisation_id = $4,
       account_id = $5, address_book_id = $6, request_id = $7, double_opt_in_id = $8, changed_at = $9, why = $10, text = coalesce($11, text),
       remark = $12 WHERE id = $1 RETURNING organisation_id
     )
     INSERT INTO webhook_notice (id, organisation_id, at, inbound_message_id)
     SELECT nextval('ledger_event_id_seq'), organisation_id, $9, $1 FROM became
     WHERE organisation_id IN (SELECT e.organisation_id FROM webhook_endpoint e
       WHERE e.types = '{}' OR 'inbound.received' = ANY (e.types))`,
    [
      id,
      became.outcome,
      became.keyword,
      became.organisationId,
      became.accountId,
      became.addressBookId,
      became.requestId,
      became.doubleOptInId,
      now,
      became.why,
      became.text ?? null,
      became.remark,
    ],
  );
  // A statement of its own: in the first it would be planned anew for each that names no message, as nearly all do.
  if (became.ofMessageId !== undefined)
    await sql.rows(
      'UPDATE inbound_message SET recipient_id = (SELECT m.recipient_id FROM message m WHERE m.id = $2) WHERE id = $1',
      [id, became.ofMessageId],
    );
}

/** Keeps that one came, and not what it was. */
export async function forgetRaw(sql: Sql, id: string): Promise<void> {
  await sql.rows(`UPDATE inbound_message SET raw = '' WHERE id = $1`, [id]);
}

/**
 * Leaves one to whoever may know what to do with it: where it came to an address of a message of ours, the members of that message's
 * organisation, else operators.
 */
export async function parkInbound(
  sql: Sql,
  id: string,
  because: ParkedBecause,
  now: Date,
  ofMessageId: string | null = null,
): Promise<void> {
  await sql.rows(PARK, [id, because, now, ofMessageId]);
}

const PARK = `
  UPDATE inbound_message SET state = 'PARKED', due_at = NULL, parked_because = $2, changed_at = $3,
    (organisation_id, account_id, recipient_id) = (
      SELECT a.organisation_id, a.id, m.recipient_id
      FROM message m JOIN campaign c ON c.id = m.campaign_id JOIN account a ON a.id = c.account_id WHERE m.id = $4)
  WHERE id = $1 AND state = 'RECEIVED'`;

/** Puts off one that was due and still is; parks it when that happened often enough. */
export async function readInboundLater(
  sql: Sql,
  id: string,
  attempts: number,
  now: Date,
): Promise<void> {
  const seconds = READ_AGAIN_SECONDS[attempts];
  const again = seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
  await sql.rows(
    `UPDATE inbound_message SET attempts = attempts + 1, due_at = $2::timestamptz, changed_at = $3,
       state = CASE WHEN $2::timestamptz IS NULL THEN 'PARKED' ELSE state END,
       parked_because = CASE WHEN $2::timestamptz IS NULL THEN 'FAULT' END
     WHERE id = $1 AND state = 'RECEIVED' AND due_at <= $3 AND attempts = $4`,
    [id, again, now, attempts],
  );
}
