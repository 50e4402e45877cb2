import type { OutboxMessage } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Leaves messages for the relay, in the caller's transaction. */
export async function postAll(sql: Sql, messages: readonly OutboxMessage[]): Promise<void> {
  await sql.rows('INSERT INTO outbox (message) SELECT value FROM jsonb_array_elements($1::jsonb)', [
    JSON.stringify(messages),
  ]);
}
