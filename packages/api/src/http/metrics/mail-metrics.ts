import type { CountedEvents, MailBacklog } from '@adieu/db';
import { MAIL_LIMITS, PARKED_BECAUSE } from '@adieu/domain';
import { Counter, Gauge, type Registry } from 'prom-client';

/** What the record says of mails that come in. Labels are the operator's names of ways, and words of ours. */
export function createMailMetrics(register: Registry) {
  const registers = [register];
  const inbound = new Counter({
    name: 'adieu_mail_inbound_total',
    help: 'Mails that were taken, by which way they came and what they became; a minute late',
    labelNames: ['source', 'became'] as const,
    registers,
  });
  const parked = new Gauge({
    name: 'adieu_mail_parked',
    help: 'Mails that nobody could understand and that wait for a member or an operator',
    labelNames: ['because'] as const,
    registers,
  });
  const unread = new Gauge({
    name: 'adieu_mail_unread',
    help: 'Mails that are stored and not understood yet',
    registers,
  });
  const oldest = new Gauge({
    name: 'adieu_mail_oldest_unread_seconds',
    help: 'Age of the oldest of them, 0 where there is none',
    registers,
  });
  const limits = new Counter({
    name: 'adieu_mail_limits_met_total',
    help: 'How often a limit was met where mails come in, since the installation began: connections or mails of a client, wrong addresses, mails that name nothing of ours and were not kept',
    labelNames: ['limit'] as const,
    registers,
  });
  const undeliverable = new Counter({
    name: 'adieu_undeliverable_total',
    help: 'Addresses that became undeliverable (by a bounce: HARD, SOFT), and those that were lifted (by MEMBER, DOUBLE_OPT_IN, ANSWER)',
    labelNames: ['change', 'because'] as const,
    registers,
  });
  return {
    add({ mails, undeliverable: changed }: CountedEvents): void {
      for (const { change, because, count } of changed)
        undeliverable.inc({ change, because }, count);
      for (const { source, became, count } of mails) inbound.inc({ source, became }, count);
    },
    show(backlog: MailBacklog): void {
      limits.reset();
      for (const limit of MAIL_LIMITS) {
        const found = backlog.limits.find((each) => each.limit === limit);
        limits.inc({ limit }, found?.met ?? 0);
      }
      for (const because of PARKED_BECAUSE) {
        const found = backlog.parked.find((each) => each.because === because);
        parked.set({ because }, found?.count ?? 0);
      }
      unread.set(backlog.unread);
      oldest.set(backlog.oldestSeconds);
    },
  };
}
