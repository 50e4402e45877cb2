import type { OutboxMessage } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Leaves messages for the relay once more, where nothing about the same thing waits for it already and the request, if it
 * is about one, was not settled meanwhile. Gives how many were left.
 */
export async function postAgain(sql: Sql, messages: readonly OutboxMessage[]): Promise<number> {
  const posted = await sql.rows(
    `INSERT INTO outbox (message)
     SELECT m.value FROM jsonb_array_elements($1::jsonb) m
     WHERE NOT EXISTS (SELECT FROM outbox o WHERE ${subjectOf('o.message')} = ${subjectOf('m.value')})
       AND NOT EXISTS (SELECT FROM opt_out_request q
         WHERE q.id = (m.value ->> 'requestId')::uuid AND q.settled_at IS NOT NULL)
     RETURNING 1`,
    [JSON.stringify(messages)],
  );
  return posted.length;
}

/** What a message is about: a request, a campaign, or what else has an id. */
function subjectOf(message: string): string {
  return `coalesce(${message} ->> 'requestId', ${message} ->> 'campaignId', ${message} ->> 'id')`;
}
