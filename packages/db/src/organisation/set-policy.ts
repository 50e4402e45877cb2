import {
  completePolicy,
  type OptOutPolicy,
  type PolicyRefusal,
  type Purpose,
  refusePolicy,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { lockOrganisation } from './lock-organisation.ts';

/** Whose policy: a book's own, or the default of an account or the organisation for books of one purpose. */
export type PolicyTarget =
  | { readonly addressBookId: string }
  | { readonly accountId: string; readonly purpose: Purpose }
  | { readonly purpose: Purpose };

/**
 * Adds a version of a policy; open requests keep the one they were judged by. `not-found`: no such book or account in this
 * organisation; `member-not-found`: nor such a person to tell.
 */
export async function setPolicy(
  sql: Sql,
  input: PolicyTarget & {
    organisationId: string;
    policy: OptOutPolicy;
    createdBy: string;
    reason?: string | null;
  },
): Promise<{ version: number } | { refused: PolicyRefusal | 'not-found' | 'member-not-found' }> {
  const owner = await lockPolicyOwner(sql, input);
  if (owner === null) return { refused: 'not-found' };
  const refused = refusePolicy(owner.purpose, input.policy);
  if (refused !== null) return { refused };
  const policy = completePolicy(input.policy);
  if (!(await areMembers(sql, input.organisationId, policy.tell)))
    return { refused: 'member-not-found' };
  const [row] = await sql.rows<{ version: number }>(
    `INSERT INTO opt_out_policy (address_book_id, account_id, organisation_id, purpose, version, mode, review_seconds,
       on_timeout, remind_before_seconds, tell, reactivation, created_by, reason)
     SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, 1 + coalesce(max(version), 0), $5, $6, $7, $8, $9, $10, $11, $12
     FROM opt_out_policy WHERE owner_id = coalesce($1::uuid, $2::uuid, $3::uuid) AND purpose = $4::text
     RETURNING version`,
    [
      owner.addressBookId,
      owner.accountId,
      owner.organisationId,
      owner.purpose,
      policy.mode,
      policy.reviewSeconds,
      policy.onTimeout,
      policy.remindBeforeSeconds,
      policy.tell,
      policy.reactivation,
      input.createdBy,
      input.reason ?? null,
    ],
  );
  return { version: row!.version };
}

async function areMembers(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 FROM unnest($2::uuid[]) AS t(id)
     WHERE NOT EXISTS (SELECT FROM member p WHERE p.id = t.id AND p.organisation_id = $1) LIMIT 1`,
    [organisationId, ids],
  );
  return rows.length === 0;
}

interface PolicyOwner {
  readonly addressBookId: string | null;
  readonly accountId: string | null;
  readonly organisationId: string | null;
  readonly purpose: Purpose;
}

/** The lock puts two admins who save at once in order: each gets a version of its own. */
export async function lockPolicyOwner(
  sql: Sql,
  target: PolicyTarget & { organisationId: string },
): Promise<PolicyOwner | null> {
  const nobody = { addressBookId: null, accountId: null, organisationId: null };
  const { organisationId } = target;
  if ('addressBookId' in target) {
    const [book] = await sql.rows<{ purpose: Purpose }>(
      `SELECT b.purpose FROM address_book b JOIN account a ON a.id = b.account_id
       WHERE b.id = $1 AND a.organisation_id = $2 FOR NO KEY UPDATE OF b`,
      [target.addressBookId, organisationId],
    );
    return book ? { ...nobody, ...book, addressBookId: target.addressBookId } : null;
  }
  const { purpose } = target;
  if ('accountId' in target) {
    const rows = await sql.rows(
      'SELECT 1 FROM account WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE',
      [target.accountId, organisationId],
    );
    return rows.length > 0 ? { ...nobody, purpose, accountId: target.accountId } : null;
  }
  await lockOrganisation(sql, organisationId);
  return { ...nobody, purpose, organisationId };
}
