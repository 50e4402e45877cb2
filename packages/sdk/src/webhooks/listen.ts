import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../client/connect.ts';
import {
  WebhookEventsDocument,
  type WebhookEventsQuery,
  type WebhookEventsQueryVariables,
} from '../generated/documents.ts';

export interface Listening {
  readonly accountId: string | null;
  /** Empty: everything. */
  readonly types: readonly string[];
  readonly content: 'THIN' | 'FULL';
  /** Between two looks. */
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

export interface HeardEvent {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** What happens from now on, as endpoints are told it, until the signal says that it is enough. */
export async function* listen(
  connection: Connection,
  { accountId, types, content, everyMs, signal }: Listening,
): AsyncGenerator<HeardEvent, void> {
  let after: string | null = null;
  while (!signal.aborted) {
    const asked: WebhookEventsQueryVariables = { accountId, after, content };
    const told: WebhookEventsQuery = await connection.ask(WebhookEventsDocument, asked);
    const { webhookEvents } = told;
    after = webhookEvents.cursor;
    for (const event of webhookEvents.events)
      if (types.length === 0 || types.includes(event.type)) yield event;
    if (!webhookEvents.hasMore) await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** The headers by which a server of yours takes an event for a delivery. `secret`: the bytes behind whsec_. */
export function signedHeaders(
  { id, body }: HeardEvent,
  secret: Buffer,
  now: Date,
): Record<string, string> {
  const seconds = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`);
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature.digest('base64')}`,
  };
}
