import type { MailboxProblem } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Up to which mail a mailbox was read; 0 where its mails have other numbers than before. */
export async function mailboxReadUpTo(
  sql: Sql,
  mailbox: { readonly name: string; readonly uidValidity: bigint; readonly now: Date },
): Promise<number> {
  const [row] = await sql.rows<{ lastUid: string }>(
    `INSERT INTO imap_mailbox AS b (name, uid_validity, tried_at) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET tried_at = $3, uid_validity = $2,
       last_uid = CASE WHEN b.uid_validity = $2 THEN b.last_uid ELSE 0 END
     RETURNING last_uid AS "lastUid"`,
    [mailbox.name, String(mailbox.uidValidity), mailbox.now],
  );
  return Number(row!.lastUid);
}

/** Notes that all up to this mail is stored, in the transaction that stores it. */
export async function noteMailboxRead(
  sql: Sql,
  {
    name,
    uidValidity,
    uid,
  }: { readonly name: string; readonly uidValidity: bigint; readonly uid: number },
): Promise<void> {
  await sql.rows(
    'UPDATE imap_mailbox SET last_uid = greatest(last_uid, $3) WHERE name = $1 AND uid_validity = $2',
    [name, String(uidValidity), uid],
  );
}

/** Notes how much waits to be read in a mailbox, since when, and whether that is its end. */
export async function noteMailboxWaiting(
  sql: Sql,
  mailbox: {
    readonly name: string;
    readonly waiting: number;
    readonly oldestAt: Date | null;
    readonly now: Date;
  },
): Promise<void> {
  await sql.rows(
    `UPDATE imap_mailbox SET waiting = $2, oldest_waiting_at = $3, problem = NULL, tried_at = $4,
       read_at = CASE WHEN $2 = 0 THEN $4 ELSE read_at END WHERE name = $1`,
    [mailbox.name, mailbox.waiting, mailbox.oldestAt, mailbox.now],
  );
}

/** Notes why a mailbox can not be read now. */
export async function noteMailboxProblem(
  sql: Sql,
  {
    name,
    problem,
    now,
  }: { readonly name: string; readonly problem: MailboxProblem; readonly now: Date },
): Promise<void> {
  await sql.rows(
    `INSERT INTO imap_mailbox (name, tried_at, problem) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET tried_at = $2, problem = $3`,
    [name, now, problem],
  );
}

/** How the reading of a mailbox stands. Ages are in seconds. */
export interface MailboxState {
  readonly mailbox: string;
  /** Since it was last read to its end; null = never. */
  readonly ageSeconds: number | null;
  readonly waiting: number;
  /** For how long the first that waits has been there; 0 where none does. */
  readonly lagSeconds: number;
  readonly problem: MailboxProblem | null;
}

/** The mailboxes that were asked for in the last week: one that is not read any more is no matter. */
export async function mailboxStates(sql: Sql, now: Date): Promise<MailboxState[]> {
  return sql.rows(
    `SELECT name AS mailbox, waiting, problem, extract(epoch FROM $1::timestamptz - read_at)::float8 AS "ageSeconds",
       greatest(0, coalesce(extract(epoch FROM $1::timestamptz - oldest_waiting_at), 0))::float8 AS "lagSeconds"
     FROM imap_mailbox WHERE tried_at > $1::timestamptz - interval '7 days' ORDER BY name`,
    [now],
  );
}
