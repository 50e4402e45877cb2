import type { Sql } from '../sql.ts';

/** Active endpoints of these organisations, or (null) of all, that wait for no later try. */
export async function webhookEndpointsToWake(
  sql: Sql,
  organisationIds: readonly string[] | null,
  now: Date,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT id FROM webhook_endpoint WHERE state = 'ACTIVE' AND (retry_at IS NULL OR retry_at <= $2)
       AND ($1::uuid[] IS NULL OR organisation_id = ANY ($1::uuid[]))`,
    [organisationIds, now],
  );
  return rows.map(({ id }) => id);
}

export async function hasWebhookEndpoints(sql: Sql): Promise<boolean> {
  const rows = await sql.rows(`SELECT FROM webhook_endpoint WHERE state = 'ACTIVE' LIMIT 1`);
  return rows.length > 0;
}
