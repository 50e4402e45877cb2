import { type ExemptionRefusal, type Purpose, refuseExemption } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { type Exemption, ExemptionEntity } from './exemption.entity.ts';

/**
 * Takes a service book out of opt-out, or puts it back in (A1): an operator's act, recorded with who, when and why. From
 * the commit on the book takes no new wishes, or takes them again; those who left before stay out.
 */
export async function exemptBook(
  sql: Sql,
  act: {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly exempt: boolean;
    readonly reason: string;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<{ done: true } | { refused: ExemptionRefusal | 'not-found' }> {
  const [book] = await sql.rows<{ purpose: Purpose; isExempt: boolean }>(
    `SELECT b.purpose, b.exempt_since IS NOT NULL AS "isExempt"
     FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = $1 AND a.organisation_id = $2 FOR NO KEY UPDATE OF b`,
    [act.addressBookId, act.organisationId],
  );
  if (book === undefined) return { refused: 'not-found' };
  const refused = refuseExemption(book, act.exempt, act.reason);
  if (refused !== null) return { refused };
  const { addressBookId, exempt, now: at, actor, reason } = act;
  await sql.em().insert(ExemptionEntity, { addressBookId, exempt, at, actor, reason });
  return { done: true };
}

/** Every beginning and end of a book's exemption, the newest first. */
export async function exemptionsOf(sql: Sql, addressBookId: string): Promise<Exemption[]> {
  return sql.em().find(ExemptionEntity, { addressBookId }, { orderBy: { id: 'desc' } });
}
