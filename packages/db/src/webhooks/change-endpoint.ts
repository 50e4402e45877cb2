import type { WebhookContent, WebhookEventType } from '@adieu/domain';
import { changesFromNow } from '../opt-out/changes.ts';
import { postAll } from '../outbox/post.ts';
import type { Transaction } from '../sql.ts';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.ts';

/** Of an organisation: each is served by a workflow of its own, one delivery at a time. */
const MOST_ENDPOINTS = 100;

export interface NewWebhookEndpoint {
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly url: string;
  readonly description: string;
  /** Empty: everything. */
  readonly types: readonly WebhookEventType[];
  readonly content: WebhookContent;
  /** Seals its secrets for the id that it gets. */
  readonly seal: (id: string) => Buffer;
  readonly createdBy: string;
  readonly now: Date;
}

/** Makes one; it is told what happens from now on. */
export async function createWebhookEndpoint(
  tx: Transaction,
  { seal, now, types, ...endpoint }: NewWebhookEndpoint,
): Promise<{ id: string } | { refused: 'account-not-found' | 'too-many-endpoints' }> {
  const { organisationId, accountId } = endpoint;
  await tx.rows('SELECT 1 FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
  const [known] = await tx.rows<{ id: string; account: boolean; count: number }>(
    `SELECT uuidv7() AS id, $2::uuid IS NULL OR EXISTS (
         SELECT FROM account WHERE id = $2 AND organisation_id = $1 AND deleted_at IS NULL) AS account,
       (SELECT count(*)::int FROM webhook_endpoint WHERE organisation_id = $1) AS count`,
    [organisationId, accountId],
  );
  const { id, account, count } = known!;
  if (!account) return { refused: 'account-not-found' };
  if (count >= MOST_ENDPOINTS) return { refused: 'too-many-endpoints' };
  const from = await changesFromNow(tx);
  await tx.em().insert(WebhookEndpointEntity, {
    ...endpoint,
    id,
    types: [...types],
    secrets: seal(id),
    afterTx: from.tx,
    afterId: from.id,
    createdAt: now,
  });
  return { id };
}

type Changed = { readonly id: string } | { readonly refused: 'not-found' };

/** What is not given stays as it is. */
export async function changeWebhookEndpoint(
  tx: Transaction,
  organisationId: string,
  id: string,
  change: {
    readonly url: string | null;
    readonly description: string | null;
    readonly types: readonly WebhookEventType[] | null;
    readonly content: WebhookContent | null;
  },
): Promise<Changed> {
  const rows = await tx.rows(
    `UPDATE webhook_endpoint SET url = coalesce($3, url), description = coalesce($4, description),
       types = coalesce($5::text[], types), content = coalesce($6, content), retry_at = NULL
     WHERE organisation_id = $1 AND id = $2 RETURNING 1`,
    [organisationId, id, change.url, change.description, change.types, change.content],
  );
  return told(tx, id, rows);
}

/** Nothing is delivered until it is resumed; what happens meanwhile is delivered then. */
export async function pauseWebhookEndpoint(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<Changed> {
  const rows = await tx.rows(
    `UPDATE webhook_endpoint SET state = CASE state WHEN 'ACTIVE' THEN 'PAUSED' ELSE state END
     WHERE organisation_id = $1 AND id = $2 RETURNING 1`,
    [organisationId, id],
  );
  return told(tx, id, rows);
}

/** Goes on where it stood, also after it was disabled, and tries at once. */
export async function resumeWebhookEndpoint(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<Changed> {
  const rows = await tx.rows(
    `UPDATE webhook_endpoint SET state = 'ACTIVE', disabled_because = NULL, disabled_at = NULL, told = '{}', failures = 0,
       failing_since = NULL, retry_at = NULL
     WHERE organisation_id = $1 AND id = $2 RETURNING 1`,
    [organisationId, id],
  );
  return told(tx, id, rows);
}

/** New secrets; until `previousUntil` deliveries are signed with those from before too. */
export async function rotateWebhookSecrets(
  tx: Transaction,
  organisationId: string,
  id: string,
  rotation: { readonly secrets: Buffer; readonly previousUntil: Date },
): Promise<Changed> {
  const rows = await tx.rows(
    `UPDATE webhook_endpoint SET secrets = $3, previous_secrets = secrets, previous_until = $4
     WHERE organisation_id = $1 AND id = $2 RETURNING 1`,
    [organisationId, id, rotation.secrets, rotation.previousUntil],
  );
  return rows.length === 0 ? { refused: 'not-found' } : { id };
}

/** With its log. */
export async function deleteWebhookEndpoint(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<Changed> {
  const rows = await tx.rows(
    'DELETE FROM webhook_endpoint WHERE organisation_id = $1 AND id = $2 RETURNING 1',
    [organisationId, id],
  );
  return rows.length === 0 ? { refused: 'not-found' } : { id };
}

/** The workflow looks at the row once more. */
async function told(tx: Transaction, id: string, rows: readonly unknown[]): Promise<Changed> {
  if (rows.length === 0) return { refused: 'not-found' };
  await postAll(tx, [{ kind: 'webhook-endpoint.changed', id }]);
  return { id };
}
