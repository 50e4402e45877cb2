import {
  type WebhookContent,
  type WebhookDisabledBecause,
  type WebhookEndpointState,
  type WebhookEventType,
} from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** An endpoint as it may be shown, but for its sealed secrets, of which the public key is shown. */
export interface WebhookEndpointRow {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly url: string;
  readonly description: string;
  readonly types: readonly WebhookEventType[];
  readonly content: WebhookContent;
  readonly state: WebhookEndpointState;
  readonly disabledBecause: WebhookDisabledBecause | null;
  readonly disabledAt: Date | null;
  readonly secrets: Buffer;
  readonly previousUntil: Date | null;
  readonly failingSince: Date | null;
  readonly retryAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const COLUMNS = `id, organisation_id AS "organisationId", account_id AS "accountId", url, description, types, content, state,
  disabled_because AS "disabledBecause", disabled_at AS "disabledAt", secrets, previous_until AS "previousUntil",
  failing_since AS "failingSince", retry_at AS "retryAt", created_at AS "createdAt", created_by AS "createdBy"`;

/** The endpoints of an organisation, the newest first; of one account alone, if one is named. */
export async function listWebhookEndpoints(
  sql: Sql,
  organisationId: string,
  page: {
    readonly first: number;
    readonly after: string | null;
    readonly accountId: string | null;
  },
): Promise<Listed<WebhookEndpointRow>> {
  const rows = await sql.rows<WebhookEndpointRow>(
    `SELECT ${COLUMNS} FROM webhook_endpoint WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id < $2)
       AND ($3::uuid IS NULL OR account_id = $3) ORDER BY id DESC LIMIT $4`,
    [organisationId, page.after, page.accountId, page.first + 1],
  );
  return listedOf(rows, page.first);
}

export async function findWebhookEndpoint(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<WebhookEndpointRow | null> {
  const [row] = await sql.rows<WebhookEndpointRow>(
    `SELECT ${COLUMNS} FROM webhook_endpoint WHERE organisation_id = $1 AND id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}
