import {
  type Backlog,
  countEvents,
  type CountedEvents,
  type Database,
  type EventMark,
  mailboxStates,
  markEvents,
  readBacklog,
  readMailBacklog,
  readSmsBacklog,
  readWebhookBacklog,
} from '@adieu/db';
import { PURPOSES } from '@adieu/domain';
import { Counter, Gauge, type Registry } from 'prom-client';
import { createMailMetrics } from './mail-metrics.ts';
import { createMailboxMetrics } from './mailbox-metrics.ts';
import { createSmsMetrics } from './sms-metrics.ts';
import { createWebhookMetrics } from './webhook-metrics.ts';

export interface RecordMetricsDeps {
  readonly db: Database;
  readonly clock: () => Date;
}

/**
 * What the record says: wishes, stops, what waits. Read from the database when somebody asks, so that every process is in
 * it; counters begin at 0 where this process does. No label holds an address, a token or a tenant.
 */
export function createRecordMetrics(register: Registry, { db, clock }: RecordMetricsDeps) {
  const registers = [register];
  const up = new Gauge({
    name: 'adieu_database_up',
    help: 'Whether the database answered just now: 1 or 0',
    registers,
  });
  const optOuts = new Counter({
    name: 'adieu_opt_outs_total',
    help: 'Wishes to stop, by how they came and how sure they are; joined = it stood already',
    labelNames: ['method', 'signal', 'effect'] as const,
    registers,
  });
  const stops = new Counter({
    name: 'adieu_gate_stops_total',
    help: 'What the gate stopped: messages at their hand-over, contacts of audience exports; a minute late',
    labelNames: ['where', 'reason'] as const,
    registers,
  });
  const open = new Gauge({
    name: 'adieu_open_requests',
    help: 'Requests that nobody has decided yet',
    labelNames: ['purpose'] as const,
    registers,
  });
  const oldest = new Gauge({
    name: 'adieu_oldest_open_request_seconds',
    help: 'Age of the oldest of them, 0 where there is none',
    labelNames: ['purpose'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'adieu_outbox_waiting',
    help: 'Messages that the relay has yet to deliver to Temporal',
    registers,
  });
  const waitingSince = new Gauge({
    name: 'adieu_outbox_oldest_seconds',
    help: 'Age of the oldest of them, 0 where there is none',
    registers,
  });

  const sms = createSmsMetrics(register);
  const mail = createMailMetrics(register);
  const mailboxes = createMailboxMetrics(register);
  const webhooks = createWebhookMetrics(register);

  const EFFECTS: Readonly<Record<string, string>> = {
    REQUESTED: 'opened',
    OVERRIDDEN: 'overridden',
    JOINED: 'joined',
  };
  function add(counted: CountedEvents): void {
    for (const { method, signal, type, count } of counted.optOuts)
      optOuts.inc({ method, signal, effect: EFFECTS[type] ?? type }, count);
    for (const { where, reason, count } of counted.stops) stops.inc({ where, reason }, count);
  }
  function show(backlog: Backlog): void {
    for (const purpose of PURPOSES) {
      const found = backlog.requests.find((each) => each.purpose === purpose);
      open.set({ purpose }, found?.open ?? 0);
      oldest.set({ purpose }, found?.oldestSeconds ?? 0);
    }
    waiting.set(backlog.outbox.waiting);
    waitingSince.set(backlog.outbox.oldestSeconds);
  }

  let mark: EventMark | undefined;
  let refreshing: Promise<void> | undefined;
  async function refresh(): Promise<void> {
    const now = clock();
    try {
      mark ??= await markEvents(db.sql, now);
      const counted = await countEvents(db.sql, mark, now);
      mark = counted.mark;
      add(counted);
      sms.add(counted);
      mail.add(counted);
      show(await readBacklog(db.sql, now));
      sms.show(await readSmsBacklog(db.sql, now));
      mail.show(await readMailBacklog(db.sql, now));
      mailboxes.show(await mailboxStates(db.sql, now));
      webhooks.show(await readWebhookBacklog(db.sql, now));
      up.set(1);
    } catch {
      up.set(0);
    }
  }
  return {
    /** Begins to count. */
    async begin(): Promise<void> {
      await refresh();
    },
    /** Two who ask at once share one answer, or events would be counted twice. */
    async refresh(): Promise<void> {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      await refreshing;
    },
  };
}
