import { normalForm, type SenderKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** That a sender is not its organisation's: by its domain, or by its number, text or short code. */
export type ForeignSender = 'foreign-domain' | 'foreign-sender';

/** Null where an organisation may send from this. */
export async function refuseForeign(
  sql: Sql,
  organisationId: string,
  sender: { readonly kind: SenderKind; readonly address: string; readonly keyword: string },
): Promise<{ readonly refused: ForeignSender } | null> {
  const { kind, address, keyword } = sender;
  const [row] = await sql.rows<{ owns: boolean }>('SELECT owns_sender($1, $2, $3, $4) AS owns', [
    organisationId,
    kind,
    address,
    normalForm(keyword),
  ]);
  if (row!.owns) return null;
  return { refused: kind === 'EMAIL' ? 'foreign-domain' : 'foreign-sender' };
}
