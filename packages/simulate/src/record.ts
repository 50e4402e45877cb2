import type { Database } from '@adieu/db';
import type { LedgerStep, MailingFacts, RequestFacts } from './facts.ts';

interface RequestRow {
  readonly address: string;
  readonly method: string;
  readonly state: string;
  readonly suspicious: boolean;
  readonly at: Date;
  readonly deadline: Date | null;
  readonly endedAt: Date | null;
}

/** Every request of a channel as it stands in the record, in the order they came. */
export async function readRequests(
  { sql }: Database,
  channel: 'EMAIL' | 'SMS',
): Promise<RequestFacts[]> {
  const rows = await sql.rows<RequestRow>(
    `SELECT r.address, q.method, q.state, q.suspicion IS NOT NULL AS suspicious, q.received_at AS at, q.deadline,
       (SELECT max(e.at) FROM ledger_event e WHERE e.request_id = q.id
        AND e.type IN ('DECLINED', 'REVERTED', 'WITHDRAWN', 'LIFTED')) AS "endedAt"
     FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id WHERE r.channel = $1 ORDER BY q.received_at, q.id`,
    [channel],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.getTime(),
    deadline: row.deadline?.getTime() ?? null,
    endedAt: row.endedAt?.getTime() ?? null,
  }));
}

/** The ledger's steps that are about mail, with the method of the request that each is about. */
export async function readLedger({ sql }: Database): Promise<LedgerStep[]> {
  const rows = await sql.rows<Omit<LedgerStep, 'at'> & { at: Date }>(
    `SELECT e.at, e.type, q.method, q.deadline IS NOT NULL AS waited, e.old_state AS "from"
     FROM ledger_event e LEFT JOIN opt_out_request q ON q.id = e.request_id
     WHERE q.channel IS DISTINCT FROM 'SMS' ORDER BY e.at, e.id`,
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** The messages of a campaign (uuid) by state. */
export async function countMessages(
  { sql }: Database,
  campaignId: string,
): Promise<MailingFacts['messages']> {
  const rows = await sql.rows<{ state: string; count: number }>(
    'SELECT state, count(*)::int AS count FROM message WHERE campaign_id = $1 GROUP BY state',
    [campaignId],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What is still going on: requests that wait, and those whose last mail is not out yet. */
export async function countOpen({
  sql,
}: Database): Promise<{ waiting: number; unsettled: number }> {
  const [row] = await sql.rows<{ waiting: number; unsettled: number }>(
    `SELECT count(*) FILTER (WHERE state = 'PENDING')::int AS waiting,
       count(*) FILTER (WHERE settled_at IS NULL)::int AS unsettled FROM opt_out_request`,
  );
  return row!;
}
