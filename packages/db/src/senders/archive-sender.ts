import type { Sql } from '../sql.ts';
import { lockSender } from './lock-sender.ts';
import { SenderEntity } from './sender.entity.ts';

export type ArchiveSenderRefusal =
  | { readonly refused: 'not-found' | 'is-default' }
  | {
      readonly refused: 'in-use';
      /** Of up to five campaigns that still send from it, and of books that chose it. */
      readonly campaigns: readonly string[];
      readonly addressBooks: readonly string[];
    };

/**
 * Nothing is sent from it any more, and no book can choose it; false brings it back. Refused while it is the account's
 * default, a book chose it, or a campaign has something left to send from it: none of them would go out.
 */
export async function archiveSender(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly senderId: string;
    readonly archived: boolean;
    readonly now: Date;
  },
): Promise<{ readonly id: string } | ArchiveSenderRefusal> {
  const { organisationId, senderId: id, archived, now } = input;
  const sender = await lockSender(sql, organisationId, id);
  if (sender === null) return { refused: 'not-found' };
  if (archived === (sender.archivedAt !== null)) return { id };
  if (archived && sender.isDefault) return { refused: 'is-default' };
  const users = archived ? await usersOf(sql, id) : [];
  if (users.length > 0) {
    const named = (kind: string): string[] =>
      users.filter((user) => user.kind === kind).map(({ name }) => name);
    return { refused: 'in-use', campaigns: named('CAMPAIGN'), addressBooks: named('BOOK') };
  }
  await sql.rows('DELETE FROM address_book_sender WHERE sender_id = $1', [id]);
  await sql.em().nativeUpdate(SenderEntity, id, { archivedAt: archived ? now : null });
  return { id };
}

/** A deleted book does not count: it shows nowhere, so nobody could make it choose another. */
async function usersOf(
  sql: Sql,
  senderId: string,
): Promise<{ readonly kind: 'CAMPAIGN' | 'BOOK'; readonly name: string }[]> {
  return sql.rows(
    `(SELECT 'CAMPAIGN' AS kind, c.name FROM campaign c
      WHERE c.sender_id = $1 AND (c.state IN ('SENDING', 'PAUSED')
        OR c.id IN (SELECT m.campaign_id FROM message m WHERE m.state = 'HELD'))
      ORDER BY c.id LIMIT 5)
     UNION ALL
     (SELECT 'BOOK', b.name FROM address_book_sender x JOIN address_book b ON b.id = x.address_book_id
      WHERE x.sender_id = $1 AND b.deleted_at IS NULL ORDER BY b.id LIMIT 5)`,
    [senderId],
  );
}
