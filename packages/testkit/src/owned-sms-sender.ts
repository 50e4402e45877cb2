import { assignSmsSender, createSender, type Database } from '@adieu/db';
import type { SmsSenderKind } from '@adieu/domain';
import type { Seed } from './seed.ts';

/** What an organisation is given to send SMS from, and its account sends from; gives the sender's id, also of one that is there. */
export async function ownedSmsSender(
  db: Database,
  { organisationId, accountId }: Pick<Seed, 'organisationId' | 'accountId'>,
  sender: {
    readonly kind: SmsSenderKind;
    readonly address: string;
    readonly keyword?: string;
    readonly isDefault?: boolean;
  },
): Promise<string> {
  const { kind, address, keyword = '', isDefault = false } = sender;
  const form = { kind, name: '', address, keyword };
  return db.transaction(async (sql) => {
    await assignSmsSender(sql, { ...form, organisationId, now: new Date() });
    const made = await createSender(sql, { organisationId, accountId, form, isDefault });
    if ('id' in made) return made.id;
    if (made.refused !== 'taken') throw new Error(made.refused);
    const [known] = await sql.rows<{ id: string }>(
      'SELECT id FROM sender WHERE account_id = $1 AND kind = $2 AND address = $3 AND keyword = $4',
      [accountId, kind, address, keyword],
    );
    return known!.id;
  });
}
