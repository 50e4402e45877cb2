import { type Purpose, refuseUnfiltered, type UnfilteredRefusal } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { UnfilteredExportEntity } from './unfiltered-export.entity.ts';

/**
 * Chooses a book to be handed out unfiltered for a purpose, until an instant (D3). Choices are only added; the latest
 * of a book counts, so a shorter one ends an earlier one.
 */
export async function allowUnfilteredExport(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly purpose: Purpose;
    readonly reason: string;
    readonly allowedBy: string;
    readonly until: Date;
    readonly now: Date;
  },
): Promise<{ id: string } | { refused: 'not-found' | UnfilteredRefusal }> {
  const [book] = await sql.rows<{ purpose: Purpose }>(
    `SELECT b.purpose FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = $1 AND a.organisation_id = $2 AND b.archived_at IS NULL AND a.archived_at IS NULL`,
    [input.addressBookId, input.organisationId],
  );
  if (book === undefined) return { refused: 'not-found' };
  const refused = refuseUnfiltered(book.purpose, input);
  if (refused !== null) return { refused };
  const { now: allowedAt, ...choice } = input;
  return { id: await sql.em().insert(UnfilteredExportEntity, { ...choice, allowedAt }) };
}
