import type { MailLimit } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Adds how often a limit was met where mails come in. */
export async function noteLimitMet(sql: Sql, limit: MailLimit, times: number): Promise<void> {
  await sql.rows(
    `INSERT INTO mail_limit AS l (name, met) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET met = l.met + excluded.met`,
    [limit, times],
  );
}

/** How often each limit was met, in all; one that never was is not among them. */
export async function limitsMet(sql: Sql): Promise<{ limit: MailLimit; met: number }[]> {
  return sql.rows('SELECT name AS "limit", met::float8 AS met FROM mail_limit');
}
