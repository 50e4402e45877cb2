import type { Sql } from '../sql.ts';

/** Makes a sender the one that its account sends from on its channel, instead of the one before. Whoever calls has locked the account. */
export async function makeDefault(sql: Sql, senderId: string): Promise<void> {
  await sql.rows(
    `UPDATE sender o SET is_default = false FROM sender s
     WHERE s.id = $1 AND o.account_id = s.account_id AND o.channel = s.channel AND o.is_default AND o.id <> s.id`,
    [senderId],
  );
  await sql.rows('UPDATE sender SET is_default = true WHERE id = $1 AND NOT is_default', [
    senderId,
  ]);
}
