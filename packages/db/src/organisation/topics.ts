import type { Topic } from './topic.entity.ts';
import type { Sql } from '../sql.ts';

/** The topics of an organisation, or of one account of it, by name; archived ones are left out. */
export async function listTopics(
  sql: Sql,
  organisationId: string,
  accountId: string | null,
): Promise<Topic[]> {
  return sql.rows(
    `SELECT t.id, t.account_id AS "accountId", t.name, t.created_at AS "createdAt", t.archived_at AS "archivedAt", t.deleted_at AS "deletedAt"
     FROM topic t JOIN account a ON a.id = t.account_id
     WHERE a.organisation_id = $1 AND ($2::uuid IS NULL OR a.id = $2) AND t.archived_at IS NULL AND a.archived_at IS NULL ORDER BY t.name, t.id`,
    [organisationId, accountId],
  );
}
