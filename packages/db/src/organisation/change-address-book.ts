import type { Sql } from '../sql.ts';
import { changeScope } from './change-scope.ts';

/** What is not given stays as it is. */
export interface AddressBookChange {
  readonly name?: string;
  /** Whether the way out is put behind texts of an SMS that say none (A2); of what is released from now on. */
  readonly addsSmsWayOut?: boolean;
}

export async function changeAddressBook(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly change: AddressBookChange;
    readonly now: Date;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'name-taken' }> {
  const { organisationId, addressBookId: id, now } = input;
  const { name, addsSmsWayOut = null } = input.change;
  if (name !== undefined) {
    const scope = { kind: 'BOOK', id } as const;
    const change = { change: 'rename', name } as const;
    const renamed = await changeScope(sql, { organisationId, scope, change, now });
    if ('refused' in renamed) return renamed;
  }
  const changed = await sql.rows(
    `UPDATE address_book b SET adds_sms_way_out = coalesce($3, b.adds_sms_way_out)
     FROM account a WHERE b.id = $1 AND b.deleted_at IS NULL AND a.id = b.account_id AND a.organisation_id = $2 RETURNING 1`,
    [id, organisationId, addsSmsWayOut],
  );
  return changed.length > 0 ? { changed: true } : { refused: 'not-found' };
}
