import { WEBHOOK_ENDPOINT_STATES, type WebhookEndpointState } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** How endpoints of all organisations stand. */
export interface WebhookBacklog {
  readonly endpoints: Readonly<Record<WebhookEndpointState, number>>;
  /** Active ones that took nothing when they were last tried, and for how long the longest has not. */
  readonly failing: number;
  readonly failingSeconds: number;
  /** Deliveries in the last hour, by what became of them. */
  readonly lastHour: { readonly delivered: number; readonly failed: number };
}

export async function readWebhookBacklog(sql: Sql, now: Date): Promise<WebhookBacklog> {
  const states = await sql.rows<{ state: WebhookEndpointState; count: number }>(
    'SELECT state, count(*)::int AS count FROM webhook_endpoint GROUP BY 1',
  );
  const [failing] = await sql.rows<{ count: number; seconds: number }>(
    `SELECT count(*)::int AS count, coalesce(extract(epoch FROM $1::timestamptz - min(failing_since)), 0)::float8 AS seconds
     FROM webhook_endpoint WHERE state = 'ACTIVE' AND failing_since IS NOT NULL`,
    [now],
  );
  const [tried] = await sql.rows<WebhookBacklog['lastHour']>(
    `SELECT (count(*) FILTER (WHERE state = 'DELIVERED'))::int AS delivered, (count(*) FILTER (WHERE state <> 'DELIVERED'))::int AS failed
     FROM webhook_delivery WHERE tried_at > $1::timestamptz - interval '1 hour' AND tries <> '[]'`,
    [now],
  );
  const endpoints = Object.fromEntries(
    WEBHOOK_ENDPOINT_STATES.map((state) => [
      state,
      states.find((each) => each.state === state)?.count ?? 0,
    ]),
  ) as WebhookBacklog['endpoints'];
  return {
    endpoints,
    failing: failing!.count,
    failingSeconds: failing!.seconds,
    lastHour: tried!,
  };
}
