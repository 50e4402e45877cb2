import { MOST_FORWARDED_A_DAY } from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import type { Sql } from '../sql.ts';

export interface ForwardAsk {
  readonly inboundMessageId: string;
  readonly organisationId: string;
  readonly accountId: string;
  /** Of whoever wrote it. */
  readonly writerKey: Buffer;
  readonly now: Date;
}

/**
 * Has an answer go to whoever reads the account's mail, once, in the caller's transaction. False where this writer had their share of
 * a day: a robot that no header marks as one must not fill a mailbox, and of two that answer each other one must end.
 */
export async function forwardAnswer(sql: Sql, ask: ForwardAsk): Promise<boolean> {
  const { inboundMessageId: id, organisationId, accountId, writerKey, now } = ask;
  const rows = await sql.rows(
    `INSERT INTO forwarded_answer (inbound_message_id, organisation_id, account_id, writer_key, asked_at)
     SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM forwarded_answer WHERE account_id = $3 AND writer_key = $4
       AND asked_at > $5::timestamptz - interval '1 day') < $6
     ON CONFLICT DO NOTHING RETURNING 1`,
    [id, organisationId, accountId, writerKey, now, MOST_FORWARDED_A_DAY],
  );
  if (rows.length === 0) return false;
  await postAll(sql, [{ kind: 'answer.forwarded', id }]);
  return true;
}

/** An answer that is to be handed over, and to whom. */
export interface AnswerToForward {
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string } | null;
  /** Whom an answer to it goes to. */
  readonly writer: string;
  readonly accountName: string;
  /** Of the account. */
  readonly language: string;
}

/** One that has yet to go; null where it went, or there is nobody (any more) who reads it, or it was erased. */
export async function answerToForward(sql: Sql, id: string): Promise<AnswerToForward | null> {
  const [row] = await sql.rows<AnswerToForward>(
    `SELECT a.reply_address AS "to", ${MAILBOX('a.id', 'i.address_book_id')} AS "from", i.from_address AS writer,
       a.name AS "accountName", a.default_language AS language
     FROM forwarded_answer f JOIN inbound_message i ON i.id = f.inbound_message_id JOIN account a ON a.id = f.account_id
     WHERE f.inbound_message_id = $1 AND f.ended_at IS NULL AND a.reply_address IS NOT NULL AND a.deleted_at IS NULL
       AND i.from_address IS NOT NULL`,
    [id],
  );
  return row ?? null;
}

/** Remembers how it ended, so that a repeated activity does not send it twice. `outcome` holds no address. */
export async function finishForwarded(
  sql: Sql,
  id: string,
  outcome: string,
  now: Date,
): Promise<void> {
  await sql.rows(
    `UPDATE forwarded_answer SET ended_at = $3, outcome = $2 WHERE inbound_message_id = $1 AND ended_at IS NULL`,
    [id, outcome, now],
  );
}
