import type { Purpose, Scope, ScopeKind } from '@adieu/domain';
import { LIST_READ } from '../organisation/list-read.sql.ts';
import { LATEST_POLICY, POLICY_COLUMNS, WIDENED } from '../opt-out/record-opt-out.sql.ts';
import type { Transaction } from '../sql.ts';

/** What a wish for a scope counts for, whoever wishes it: where it is written, and by whose policy it was judged. */
export interface ScopeTarget {
  readonly accountId: string | null;
  readonly listId: string;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly requestedScopeKind: ScopeKind;
  readonly requestedScopeId: string;
  readonly purpose: Purpose;
  readonly addressBookId: string | null;
  readonly policyVersion: number;
  readonly policyOwnerId: string;
  readonly exempt: boolean;
}

/** $1 organisation, $2 scope kind, $3 scope id: the same as of one wish by address (recordOptOut), asked once for a chunk of them. */
const TARGET = `
  WITH place AS (
    SELECT id, organisation_id, keeps_own_list FROM account
    WHERE id = CASE $2::text
        WHEN 'BOOK' THEN (SELECT b.account_id FROM address_book b WHERE b.id = $3::uuid)
        WHEN 'TOPIC' THEN (SELECT t.account_id FROM topic t WHERE t.id = $3::uuid)
        WHEN 'ACCOUNT' THEN $3::uuid END
      OR ($2::text = 'ORGANISATION' AND organisation_id = $1::uuid)
    ORDER BY id FOR SHARE
  )
  SELECT a.id AS "accountId", coalesce(${LIST_READ}, r.organisation_id) AS "listId", counts.kind AS "scopeKind",
    counted.id AS "scopeId", asked.kind AS "requestedScopeKind", asked.id AS "requestedScopeId", asked.purpose,
    policy_book.id AS "addressBookId", t.policy_version AS "policyVersion", t.policy_owner_id AS "policyOwnerId", t.exempt
  FROM (SELECT id, id AS organisation_id FROM organisation WHERE id = $1::uuid) r
  JOIN organisation o ON o.id = r.id
  LEFT JOIN place a ON a.organisation_id = r.organisation_id AND $2::text <> 'ORGANISATION'
  LEFT JOIN address_book policy_book ON $2::text = 'BOOK' AND policy_book.id = $3::uuid
  CROSS JOIN (SELECT count(*) FROM place) locked
  CROSS JOIN LATERAL (
    SELECT $2::text AS kind, $3::uuid AS id, coalesce(policy_book.purpose, 'MARKETING') AS purpose
  ) asked
  ${WIDENED}
  ${LATEST_POLICY}
  CROSS JOIN LATERAL (SELECT ${POLICY_COLUMNS}) t
  WHERE a.id IS NOT NULL OR ($2::text = 'ORGANISATION' AND $3::uuid = r.organisation_id)`;

/**
 * Where opt-outs of a scope are written, its account locked as every opt-out locks it: it changes no lists before they commit.
 * The first is the scope's own; where it is the whole organisation, one for each account with an own list follows (D6).
 */
export async function targetsOfScope(
  tx: Transaction,
  organisationId: string,
  scope: Scope,
): Promise<ScopeTarget[]> {
  const [first] = await tx.rows<ScopeTarget>(TARGET, [organisationId, scope.kind, scope.id]);
  if (first === undefined || scope.kind !== 'ORGANISATION') return first ? [first] : [];
  const own = await tx.rows<{ id: string }>(
    'SELECT id FROM account WHERE organisation_id = $1 AND keeps_own_list ORDER BY id',
    [organisationId],
  );
  const targets = [first];
  for (const { id } of own) {
    const [target] = await tx.rows<ScopeTarget>(TARGET, [organisationId, 'ACCOUNT', id]);
    if (target !== undefined)
      targets.push({
        ...target,
        requestedScopeKind: first.requestedScopeKind,
        requestedScopeId: first.requestedScopeId,
      });
  }
  return targets;
}
