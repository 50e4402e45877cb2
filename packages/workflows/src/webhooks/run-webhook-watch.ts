import {
  changesFromNow,
  type ChangesPosition,
  type Database,
  hasWebhookEndpoints,
  organisationsChangedAfter,
  webhookEndpointsToWake,
} from '@adieu/db';
import type { OutboxMessage } from '@adieu/domain';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 1_000;
/** Events that are looked at in one go. */
const PAGE = 5_000;
/** How often every endpoint is woken, whatever was seen: what was missed, by whatever fault, waits no longer. */
const ALL_EVERY_MS = 10 * 60_000;

/**
 * Wakes the workflows of endpoints in whose organisations something happened. Nothing that writes the ledger pays for it: it is
 * read as it becomes visible (decision 016). The places of the endpoints are the record's: this one is only about whom to wake.
 */
export async function runWebhookWatch(
  deps: {
    db: Database;
    deliver: (message: OutboxMessage) => Promise<void>;
    log: Logger;
    clock: () => Date;
  },
  signal: AbortSignal,
): Promise<void> {
  const { db, deliver, log, clock } = deps;
  const wake = async (organisationIds: readonly string[] | null): Promise<void> => {
    const ids = await webhookEndpointsToWake(db.sql, organisationIds, clock());
    await Promise.all(ids.map((id) => deliver({ kind: 'webhook-endpoint.changed', id })));
  };
  let seen: ChangesPosition | null = null;
  let allAt = 0;
  let failing = false;
  while (!signal.aborted) {
    try {
      if (performance.now() >= allAt || seen === null) {
        seen = await changesFromNow(db.sql);
        await wake(null);
        allAt = performance.now() + ALL_EVERY_MS;
      } else if (!(await hasWebhookEndpoints(db.sql))) {
        seen = await changesFromNow(db.sql);
      } else {
        const { organisationIds, position } = await organisationsChangedAfter(db.sql, seen, PAGE);
        if (organisationIds.length > 0) await wake(organisationIds);
        seen = position;
      }
      if (failing) log.info('webhooks: what happens is seen again');
      failing = false;
    } catch (error) {
      if (!failing) log.error({ err: error }, 'webhooks: what happens can not be seen');
      failing = true;
    }
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
