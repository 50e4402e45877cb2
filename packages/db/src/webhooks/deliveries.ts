import { WEBHOOK_TEST_TYPE, type WebhookDeliveryState, type WebhookType } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import { postAll } from '../outbox/post.ts';
import type { Sql, Transaction } from '../sql.ts';
import type { WebhookTry } from './webhook-delivery.entity.ts';

/** One delivery as the log shows it. */
export interface WebhookDeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: WebhookType;
  readonly at: Date;
  readonly body: string | null;
  readonly state: WebhookDeliveryState;
  readonly tries: readonly WebhookTry[];
}

const COLUMNS = `id, endpoint_id AS "endpointId", event_id AS "eventId", type, at, body, state, tries`;

/** The log of an endpoint, the newest first. */
export async function listWebhookDeliveries(
  sql: Sql,
  organisationId: string,
  page: {
    readonly first: number;
    readonly after: string | null;
    readonly endpointId: string;
    readonly state: WebhookDeliveryState | null;
  },
): Promise<Listed<WebhookDeliveryRow>> {
  const rows = await sql.rows<WebhookDeliveryRow>(
    `SELECT ${COLUMNS} FROM webhook_delivery WHERE organisation_id = $1 AND endpoint_id = $2 AND ($3::uuid IS NULL OR id < $3)
       AND ($4::text IS NULL OR state = $4) ORDER BY id DESC LIMIT $5`,
    [organisationId, page.endpointId, page.after, page.state, page.first + 1],
  );
  return listedOf(rows, page.first);
}

export async function findWebhookDelivery(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<WebhookDeliveryRow | null> {
  const [row] = await sql.rows<WebhookDeliveryRow>(
    `SELECT ${COLUMNS} FROM webhook_delivery WHERE organisation_id = $1 AND id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}

/** Asks for one delivery that only says that deliveries arrive; it is tried once. */
export async function askForWebhookTest(
  tx: Transaction,
  ask: {
    readonly organisationId: string;
    readonly endpointId: string;
    readonly body: string;
    readonly now: Date;
  },
): Promise<{ id: string } | { refused: 'not-found' }> {
  const [row] = await tx.rows<{ id: string }>(
    `INSERT INTO webhook_delivery (organisation_id, endpoint_id, event_id, type, at, body, state, tried_at)
     SELECT organisation_id, id, gen_random_uuid(), $3, $4, $5, 'WAITING', $4 FROM webhook_endpoint
     WHERE organisation_id = $1 AND id = $2 RETURNING id`,
    [ask.organisationId, ask.endpointId, WEBHOOK_TEST_TYPE, ask.now, ask.body],
  );
  if (row === undefined) return { refused: 'not-found' };
  await postAll(tx, [
    { kind: 'webhook-delivery.asked', id: row.id, askedAt: ask.now.toISOString() },
  ]);
  return row;
}

/** Asks for one delivery once more: the same id and the same body, tried once. */
export async function replayWebhookDelivery(
  tx: Transaction,
  ask: { readonly organisationId: string; readonly id: string; readonly now: Date },
): Promise<{ id: string } | { refused: 'not-found' | 'still-waiting' | 'body-erased' }> {
  const [row] = await tx.rows<{ state: WebhookDeliveryState; erased: boolean }>(
    `SELECT state, body IS NULL AS erased FROM webhook_delivery WHERE organisation_id = $1 AND id = $2 FOR UPDATE`,
    [ask.organisationId, ask.id],
  );
  if (row === undefined) return { refused: 'not-found' };
  if (row.state === 'WAITING') return { refused: 'still-waiting' };
  if (row.erased) return { refused: 'body-erased' };
  await tx.rows(`UPDATE webhook_delivery SET state = 'WAITING' WHERE id = $1`, [ask.id]);
  await postAll(tx, [
    { kind: 'webhook-delivery.asked', id: ask.id, askedAt: ask.now.toISOString() },
  ]);
  return { id: ask.id };
}

/**
 * Begins again at the first event that was delivered since a time: all from there on is delivered once more, in order and with
 * the same ids, and then what is new.
 */
export async function replayWebhooksSince(
  tx: Transaction,
  ask: { readonly organisationId: string; readonly endpointId: string; readonly since: Date },
): Promise<{ id: string } | { refused: 'not-found' | 'nothing-since' }> {
  const [row] = await tx.rows<{ moved: boolean }>(
    `WITH endpoint AS (
       SELECT id FROM webhook_endpoint WHERE organisation_id = $1 AND id = $2 FOR UPDATE
     ), first AS (
       SELECT d.tx, d.ledger_id FROM webhook_delivery d JOIN endpoint e ON e.id = d.endpoint_id
       WHERE d.at >= $3 AND d.tx IS NOT NULL ORDER BY d.tx, d.ledger_id LIMIT 1
     ), moved AS (
       UPDATE webhook_endpoint p SET after_tx = f.tx, after_id = f.ledger_id - 1, after_part = 0, retry_at = NULL
       FROM endpoint e, first f WHERE p.id = e.id RETURNING 1
     )
     SELECT EXISTS (SELECT FROM moved) AS moved FROM endpoint`,
    [ask.organisationId, ask.endpointId, ask.since],
  );
  if (row === undefined) return { refused: 'not-found' };
  if (!row.moved) return { refused: 'nothing-since' };
  await postAll(tx, [{ kind: 'webhook-endpoint.changed', id: ask.endpointId }]);
  return { id: ask.endpointId };
}
