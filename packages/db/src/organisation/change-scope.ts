import type { Scope, ScopeKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { lockOrganisation } from './lock-organisation.ts';

export type ScopeChange =
  | { readonly change: 'rename'; readonly name: string }
  /** False brings it back; what was deleted comes back by being made anew (openTopic …). */
  | { readonly change: 'archive'; readonly archived: boolean }
  | { readonly change: 'delete' };

interface Place {
  readonly table: string;
  /** How alias `x` is known to be of organisation $2. */
  readonly isOurs: string;
  /** The column within which its name is unique. */
  readonly parent: string;
}

const IN_ACCOUNT =
  'EXISTS (SELECT 1 FROM account a WHERE a.id = x.account_id AND a.organisation_id = $2)';
const PLACES: Readonly<Record<Exclude<ScopeKind, 'ORGANISATION'>, Place>> = {
  TOPIC: { table: 'topic', isOurs: IN_ACCOUNT, parent: 'account_id' },
  BOOK: { table: 'address_book', isOurs: IN_ACCOUNT, parent: 'account_id' },
  ACCOUNT: { table: 'account', isOurs: 'x.organisation_id = $2', parent: 'organisation_id' },
};

/**
 * Renames, archives or deletes a topic, book or account. Deleting is a mark: it is hidden, nothing is sent through it,
 * and a book's contacts leave it; but opt-outs stay, its links go on working (P-13), and receipts keep its name.
 */
export async function changeScope(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly scope: Scope & { readonly kind: Exclude<ScopeKind, 'ORGANISATION'> };
    readonly change: ScopeChange;
    readonly now: Date;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'name-taken' }> {
  const { organisationId, scope, change, now } = input;
  const { table, isOurs, parent } = PLACES[scope.kind];
  const mine = `x.id = $1 AND x.deleted_at IS NULL AND ${isOurs}`;
  const whose = [scope.id, organisationId];
  // Renames within one organisation one after the other, so that a name that is free stays free.
  await lockOrganisation(sql, organisationId);
  if (change.change === 'rename') {
    const [taken] = await sql.rows(
      `SELECT 1 FROM ${table} x JOIN ${table} o ON o.${parent} = x.${parent} AND o.name = $3 AND o.id <> x.id WHERE ${mine}`,
      [...whose, change.name],
    );
    if (taken !== undefined) return { refused: 'name-taken' };
    const rows = await sql.rows(`UPDATE ${table} x SET name = $3 WHERE ${mine} RETURNING 1`, [
      ...whose,
      change.name,
    ]);
    return rows.length > 0 ? { changed: true } : { refused: 'not-found' };
  }
  const rows = await sql.rows(
    `UPDATE ${table} x SET archived_at = CASE WHEN $3 THEN coalesce(x.archived_at, $5) END,
       deleted_at = CASE WHEN $4 THEN $5 END WHERE ${mine} RETURNING 1`,
    [...whose, change.change === 'delete' || change.archived, change.change === 'delete', now],
  );
  if (rows.length === 0) return { refused: 'not-found' };
  if (change.change === 'delete' && scope.kind === 'BOOK') {
    await sql.rows(
      'UPDATE contact SET removed_at = $2 WHERE address_book_id = $1 AND removed_at IS NULL',
      [scope.id, now],
    );
  }
  return { changed: true };
}
