import type { Mailbox } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { makeDefault } from './make-default.ts';

/** Lets an account send mail from an address by default; one that it had comes back. An account begins with it: our own mails go out by it too. */
export async function openMailbox(sql: Sql, accountId: string, mailbox: Mailbox): Promise<void> {
  const [sender] = await sql.rows<{ id: string }>(
    `INSERT INTO sender (account_id, kind, name, address, is_default) VALUES ($1, 'EMAIL', $2, $3, false)
     ON CONFLICT (account_id, kind, address, name, keyword_form) DO UPDATE SET archived_at = NULL RETURNING id`,
    [accountId, mailbox.name, mailbox.address],
  );
  await makeDefault(sql, sender!.id);
}
