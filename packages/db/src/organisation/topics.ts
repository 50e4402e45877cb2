import type { Topic } from './topic.entity.ts';
import type { Sql } from '../sql.ts';

/**
 * The topics of an organisation, or of one account of it, by name: those that are used, or those that are archived or belong to
 * an archived account.
 */
export async function listTopics(
  sql: Sql,
  organisationId: string,
  filter: { readonly accountId: string | null; readonly archived: boolean },
): Promise<Topic[]> {
  return sql.rows(
    `SELECT t.id, t.account_id AS "accountId", t.name, t.created_at AS "createdAt", t.archived_at AS "archivedAt", t.deleted_at AS "deletedAt"
     FROM topic t JOIN account a ON a.id = t.account_id
     WHERE a.organisation_id = $1 AND ($2::uuid IS NULL OR a.id = $2) AND t.deleted_at IS NULL
       AND (t.archived_at IS NOT NULL OR a.archived_at IS NOT NULL) = $3 ORDER BY t.name, t.id`,
    [organisationId, filter.accountId, filter.archived],
  );
}
