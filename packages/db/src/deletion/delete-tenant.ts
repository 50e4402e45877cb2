import type { NamedActor } from '@adieu/domain';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { lockOrganisation } from '../organisation/lock-organisation.ts';
import type { Sql, Transaction } from '../sql.ts';
import { type Deletion, DeletionEntity } from './deletion.entity.ts';

interface Ask {
  readonly organisationId: string;
  /** Null = the whole organisation. */
  readonly accountId: string | null;
  /** What it is called: whoever deletes names it. */
  readonly name: string;
  readonly by: NamedActor;
  readonly now: Date;
}

/**
 * Begins to take an account or an organisation away for good: from this commit on nothing is sent through it, its keys open
 * nothing and, of an organisation, its members neither. What it holds of people goes afterwards (`carryOutDeletions`);
 * opt-outs stay, by keyed hashes. `name-differs`: that is not what it is called.
 */
export async function deleteTenant(
  tx: Transaction,
  { organisationId, accountId, name, by, now }: Ask,
): Promise<{ deletionId: string } | { refused: 'not-found' | 'name-differs' }> {
  await lockOrganisation(tx, organisationId);
  const em = tx.em();
  const tenant =
    accountId === null
      ? await em.findOne(OrganisationEntity, { id: organisationId, deletedAt: null })
      : await em.findOne(AccountEntity, { id: accountId, organisationId, deletedAt: null });
  if (tenant === null) return { refused: 'not-found' };
  if (tenant.name !== name.trim()) return { refused: 'name-differs' };
  await tx.rows(CLOSE, [organisationId, accountId, now]);
  const whose = { organisationId, accountId, askedByKind: by.kind, askedBy: by.name };
  return { deletionId: await em.insert(DeletionEntity, { ...whose, askedAt: now }) };
}

const CLOSE = `
  WITH closed AS (
    UPDATE account SET archived_at = coalesce(archived_at, $3::timestamptz), deleted_at = coalesce(deleted_at, $3::timestamptz)
    WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id = $2)
  ), keys AS (
    UPDATE api_key SET revoked_at = $3::timestamptz
    WHERE organisation_id = $1 AND ($2::uuid IS NULL OR account_id = $2) AND revoked_at IS NULL
  ), members AS (
    UPDATE member SET active = false WHERE organisation_id = $1 AND $2::uuid IS NULL
  )
  UPDATE organisation SET deleted_at = $3::timestamptz WHERE id = $1 AND $2::uuid IS NULL`;

/** One deletion; an organisation's own alone, or (null: an operator asks) anybody's. */
export async function findDeletion(
  sql: Sql,
  organisationId: string | null,
  id: string,
): Promise<Deletion | null> {
  const own = organisationId === null ? {} : { organisationId };
  return sql.em().findOne(DeletionEntity, { id, ...own });
}
