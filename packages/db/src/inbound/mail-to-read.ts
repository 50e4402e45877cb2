import type { Sql } from '../sql.ts';
import type { MailEnvelope } from './mail-envelope.ts';

/** A mail that is to be understood, as it was stored. */
export interface MailToRead {
  readonly id: string;
  readonly source: string;
  readonly to: string;
  readonly fromKey: Buffer | null;
  readonly fromAddress: string | null;
  readonly envelope: MailEnvelope;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  /** Of its raw form, in bytes. */
  readonly size: number;
  /** The beginning of its raw form: all of it where it is no longer than was asked for. */
  readonly head: Buffer;
}

/** One that is to be understood; null where it was meanwhile. Not locked: reading it takes a while. */
export async function mailToRead(sql: Sql, id: string, most: number): Promise<MailToRead | null> {
  const [mail] = await sql.rows<MailToRead>(
    `SELECT id, source, to_address AS "to", from_key AS "fromKey", from_address AS "fromAddress", envelope,
       sent_at AS "sentAt", received_at AS "receivedAt", length(raw) AS size, substring(raw FROM 1 FOR $2::int) AS head
     FROM inbound_message WHERE id = $1 AND state = 'RECEIVED' AND channel = 'EMAIL'`,
    [id, most],
  );
  return mail ?? null;
}

/** Whether it is still to be understood; nobody else does it before this transaction ends. */
export async function lockMail(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT FROM inbound_message WHERE id = $1 AND state = 'RECEIVED' FOR UPDATE`,
    [id],
  );
  return rows.length > 0;
}

const SLICE = 1024 * 1024;

/** The whole raw form of one, in pieces: it may hold 25 MB, and as a whole it would be there three times. */
export async function* inboundRaw(sql: Sql, id: string): AsyncGenerator<Buffer> {
  for (let from = 1; ; from += SLICE) {
    const [row] = await sql.rows<{ piece: Buffer }>(
      'SELECT substring(raw FROM $2::int FOR $3::int) AS piece FROM inbound_message WHERE id = $1',
      [id, from, SLICE],
    );
    if (row === undefined || row.piece.length === 0) return;
    yield row.piece;
    if (row.piece.length < SLICE) return;
  }
}
