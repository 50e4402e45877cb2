/** SQL expressions for whose policy is asked: each gives an id or null, `purpose` a text. */
interface PolicyPath {
  readonly book: string;
  readonly account: string;
  readonly organisation: string;
  readonly purpose: string;
}

/** What the installation's own policy is owned by. */
export const INSTALLATION = "'00000000-0000-0000-0000-000000000000'::uuid";

/**
 * SQL for the one policy in force: the newest version of the first in the chain book, account, organisation, installation that
 * has any, and did not drop it since. Every opt-out asks it: one index scan, and one of the few that were dropped. No row for
 * transactional purposes.
 */
export function policyInForce({ book, account, organisation, purpose }: PolicyPath): string {
  return `
    SELECT * FROM opt_out_policy o
    WHERE o.owner_id = ANY (ARRAY[${book}, ${account}, ${organisation}, ${INSTALLATION}]) AND o.purpose = ${purpose} AND NOT EXISTS (
      SELECT FROM opt_out_policy d WHERE d.dropped AND d.owner_id = o.owner_id AND d.purpose = o.purpose AND d.version >= o.version)
    ORDER BY o.owner_rank, o.version DESC LIMIT 1`;
}

/** The columns of opt_out_policy of alias `o` under the entity's names. */
export const POLICY_FIELDS = `
  o.owner_kind AS "ownerKind", o.owner_id AS "ownerId", o.address_book_id AS "addressBookId", o.account_id AS "accountId",
  o.organisation_id AS "organisationId", o.purpose, o.version, o.mode, o.review_seconds AS "reviewSeconds",
  o.on_timeout AS "onTimeout", o.remind_before_seconds AS "remindBeforeSeconds", o.tell, o.reactivation, o.dropped, o.reason,
  o.created_at AS "createdAt", o.created_by AS "createdBy"`;
