import type { OutboxMessage } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Leaves messages for the relay once more, where nothing about the same thing waits for it already and what it is about
 * (a request, a double opt-in, a link to somebody's data) did not come to its end meanwhile. Gives how many were left.
 */
export async function postAgain(sql: Sql, messages: readonly OutboxMessage[]): Promise<number> {
  const posted = await sql.rows(
    `INSERT INTO outbox (message)
     SELECT m.value FROM jsonb_array_elements($1::jsonb) m
     CROSS JOIN LATERAL (SELECT ${subjectOf('m.value')} AS subject) s
     WHERE NOT EXISTS (SELECT FROM outbox o WHERE ${subjectOf('o.message')} = s.subject)
       AND CASE m.value ->> 'kind'
         WHEN 'opt-out.opened' THEN EXISTS (
           SELECT FROM opt_out_request WHERE id = s.subject::uuid AND settled_at IS NULL)
         WHEN 'double-opt-in.started' THEN EXISTS (
           SELECT FROM double_opt_in WHERE id = s.subject::uuid AND confirmed_at IS NULL)
         WHEN 'data-link.asked' THEN EXISTS (SELECT FROM data_link WHERE id = s.subject::uuid)
         ELSE true END
     RETURNING 1`,
    [JSON.stringify(messages)],
  );
  return posted.length;
}

/** What a message is about: a request, a campaign, or what else has an id. */
function subjectOf(message: string): string {
  return `coalesce(${message} ->> 'requestId', ${message} ->> 'campaignId', ${message} ->> 'id')`;
}
