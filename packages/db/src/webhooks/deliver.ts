import type {
  WebhookContent,
  WebhookDisabledBecause,
  WebhookEndpointState,
  WebhookEventType,
  WebhookType,
} from '@adieu/domain';
import { changesFromNow, type ChangesPosition } from '../opt-out/changes.ts';
import type { Sql } from '../sql.ts';
import type { WebhookTry } from './webhook-delivery.entity.ts';

/** After which event an endpoint stands, and how much is delivered of what is told of the next. */
export interface WebhookPlace extends ChangesPosition {
  readonly part: number;
}

/** An endpoint as a delivery needs it. */
export interface WebhookTarget {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly url: string;
  readonly types: readonly WebhookEventType[];
  readonly content: WebhookContent;
  readonly state: WebhookEndpointState;
  /** Sealed; the second is null where no rotation is under way. */
  readonly secrets: Buffer;
  readonly previousSecrets: Buffer | null;
  readonly place: WebhookPlace;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly retryAt: Date | null;
}

const TARGET = `e.id, e.organisation_id AS "organisationId", e.account_id AS "accountId", e.url, e.types, e.content, e.state, e.secrets,
  CASE WHEN e.previous_until > $2 THEN e.previous_secrets END AS "previousSecrets",
  jsonb_build_object('tx', e.after_tx::text, 'id', e.after_id::text, 'part', e.after_part) AS place,
  e.failures, e.failing_since AS "failingSince", e.retry_at AS "retryAt"`;

/**
 * Null where there is none. A dump that was restored into another server counts transactions anew, and the place means nothing
 * there: then it stands after all that is there now.
 */
export async function webhookTarget(
  sql: Sql,
  id: string,
  now: Date,
): Promise<WebhookTarget | null> {
  const [row] = await sql.rows<WebhookTarget & { lost: boolean }>(
    `SELECT ${TARGET}, e.after_tx >= pg_snapshot_xmax(pg_current_snapshot()) AS lost FROM webhook_endpoint e WHERE e.id = $1`,
    [id, now],
  );
  if (row === undefined) return null;
  const { lost, ...target } = row;
  if (!lost) return target;
  const place = { ...(await changesFromNow(sql)), part: 0 };
  await moveWebhookPlace(sql, target, place);
  return { ...target, place };
}

const IS_THERE = `(after_tx, after_id, after_part) = ($2::xid8, $3::bigint, $4::smallint)`;

/** Goes past what is not for the endpoint. False where somebody else moved it: whoever did goes on. */
export async function moveWebhookPlace(
  sql: Sql,
  { id, place }: Pick<WebhookTarget, 'id' | 'place'>,
  to: WebhookPlace,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE webhook_endpoint SET after_tx = $5::xid8, after_id = $6::bigint, after_part = $7 WHERE id = $1 AND ${IS_THERE} RETURNING 1`,
    [id, place.tx, place.id, place.part, to.tx, to.id, to.part],
  );
  return rows.length > 0;
}

/** What was tried. */
export interface WebhookAttempt {
  readonly eventId: string;
  readonly type: WebhookType;
  readonly at: Date;
  readonly recipientId: string | null;
  readonly position: ChangesPosition;
  readonly body: string;
  readonly tried: WebhookTry;
}

/** What an attempt says of the endpoint. `again`: null where it is given up, and then why. */
export type AttemptOutcome =
  | { readonly delivered: true; readonly next: WebhookPlace }
  | {
      readonly delivered: false;
      readonly failingSince: Date;
      readonly retryAt: Date | null;
      readonly disabled: WebhookDisabledBecause | null;
    };

/**
 * Writes an attempt into the log, and what follows from it for the endpoint, in one statement. Gives the state in which the
 * endpoint is now; null where somebody else moved it meanwhile: then they go on.
 */
export async function recordWebhookAttempt(
  sql: Sql,
  target: WebhookTarget,
  attempt: WebhookAttempt,
  outcome: AttemptOutcome,
): Promise<WebhookEndpointState | null> {
  const { delivered } = outcome;
  const next = delivered ? outcome.next : target.place;
  const failure = delivered ? null : outcome;
  const [row] = await sql.rows<{ state: WebhookEndpointState | null }>(RECORD, [
    target.id,
    target.place.tx,
    target.place.id,
    target.place.part,
    next.tx,
    next.id,
    next.part,
    delivered,
    failure?.failingSince ?? null,
    failure?.retryAt ?? null,
    failure?.disabled ?? null,
    attempt.tried.at,
    target.organisationId,
    attempt.eventId,
    attempt.type,
    attempt.at,
    attempt.position.tx,
    attempt.position.id,
    attempt.recipientId,
    attempt.body,
    JSON.stringify([attempt.tried]),
  ]);
  return row?.state ?? null;
}

/** The last of them; older ones tell nothing more. */
export const MOST_TRIES = 20;
const LAST_TRIES = (all: string): string =>
  `(SELECT coalesce(jsonb_agg(t.value ORDER BY t.n), '[]') FROM jsonb_array_elements(${all}) WITH ORDINALITY t(value, n)
     WHERE t.n > jsonb_array_length(${all}) - ${MOST_TRIES})`;

const RECORD = `
  WITH moved AS (
    UPDATE webhook_endpoint SET after_tx = $5::xid8, after_id = $6::bigint, after_part = $7::smallint,
      failures = CASE WHEN $8 THEN 0 ELSE failures + 1 END, failing_since = $9, retry_at = $10,
      state = CASE WHEN $11::text IS NULL OR state <> 'ACTIVE' THEN state ELSE 'DISABLED' END,
      disabled_because = CASE WHEN $11::text IS NULL OR state <> 'ACTIVE' THEN disabled_because ELSE $11 END,
      disabled_at = CASE WHEN $11::text IS NULL OR state <> 'ACTIVE' THEN disabled_at ELSE $12::timestamptz END
    WHERE id = $1 AND ${IS_THERE} RETURNING state
  ), logged AS (
    INSERT INTO webhook_delivery AS d (organisation_id, endpoint_id, event_id, type, at, tx, ledger_id, recipient_id, body, state, tries, tried_at)
    SELECT $13, $1, $14, $15, $16, $17::xid8, $18, $19, $20, CASE WHEN $8 THEN 'DELIVERED' ELSE 'WAITING' END, $21, $12
    WHERE EXISTS (SELECT FROM webhook_endpoint WHERE id = $1)
    ON CONFLICT (endpoint_id, event_id) DO UPDATE SET body = excluded.body, state = excluded.state, tried_at = excluded.tried_at,
      tries = ${LAST_TRIES('d.tries || excluded.tries')}
  )
  SELECT state FROM moved`;

/** The body of an event that was tried before: attempts of one delivery are alike. Null where it was not, or it is erased. */
export async function bodyTriedBefore(
  sql: Sql,
  endpointId: string,
  eventId: string,
): Promise<string | null> {
  const [row] = await sql.rows<{ body: string | null }>(
    `SELECT body FROM webhook_delivery WHERE endpoint_id = $1 AND event_id = $2 AND state = 'WAITING'`,
    [endpointId, eventId],
  );
  return row?.body ?? null;
}

/** A delivery that somebody asked for, and where it goes, whatever state the endpoint is in; null where it is done or gone. */
export async function askedWebhookDelivery(
  sql: Sql,
  id: string,
  now: Date,
): Promise<(WebhookTarget & { readonly eventId: string; readonly body: string }) | null> {
  const [row] = await sql.rows<WebhookTarget & { eventId: string; body: string }>(
    `SELECT ${TARGET}, d.event_id AS "eventId", d.body FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
     WHERE d.id = $1 AND d.state = 'WAITING' AND d.body IS NOT NULL`,
    [id, now],
  );
  return row ?? null;
}

export async function recordAskedDelivery(
  sql: Sql,
  id: string,
  tried: WebhookTry,
  delivered: boolean,
): Promise<void> {
  await sql.rows(
    `UPDATE webhook_delivery d SET state = CASE WHEN $2 THEN 'DELIVERED' ELSE 'FAILED' END, tried_at = $3,
       tries = ${LAST_TRIES('d.tries || $4::jsonb')} WHERE id = $1 AND state = 'WAITING'`,
    [id, delivered, tried.at, JSON.stringify([tried])],
  );
}
