import type { CountedEvents, SmsBacklog } from '@adieu/db';
import { PARKED_BECAUSE } from '@adieu/domain';
import { Counter, Gauge, type Registry } from 'prom-client';

/** What the record says of SMS, both ways. Labels are the operator's names of gateways, and words of ours. */
export function createSmsMetrics(register: Registry) {
  const registers = [register];
  const inbound = new Counter({
    name: 'adieu_sms_inbound_total',
    help: 'SMS that came in, by their gateway and what they became; a minute late',
    labelNames: ['gateway', 'became'] as const,
    registers,
  });
  const failures = new Counter({
    name: 'adieu_sms_failures_total',
    help: 'SMS that a gateway refused for good, and those of which nobody knows; a minute late',
    labelNames: ['state', 'because'] as const,
    registers,
  });
  const parked = new Gauge({
    name: 'adieu_sms_parked',
    help: 'SMS that came in and wait for a member or an operator',
    labelNames: ['because'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'adieu_sms_waiting',
    help: 'SMS that wait for their hand-over, by whether their gateway put them off before',
    labelNames: ['put_off'] as const,
    registers,
  });
  const oldest = new Gauge({
    name: 'adieu_sms_oldest_waiting_seconds',
    help: 'For how long the longest of what is due by now has waited, 0 where nothing has',
    registers,
  });
  const compared = new Gauge({
    name: 'adieu_sms_list_compared_seconds',
    help: 'Age of the last comparison of a gateway’s own list of opt-outs that came to its end',
    labelNames: ['gateway'] as const,
    registers,
  });
  const differed = new Gauge({
    name: 'adieu_sms_list_differences',
    help: 'What that comparison found on one side alone, and put on the other',
    labelNames: ['gateway', 'missing'] as const,
    registers,
  });
  return {
    add({ inbound: came, smsFailures }: CountedEvents): void {
      for (const { gateway, became, count } of came) inbound.inc({ gateway, became }, count);
      for (const { state, because, count } of smsFailures) failures.inc({ state, because }, count);
    },
    show(backlog: SmsBacklog): void {
      for (const because of PARKED_BECAUSE) {
        const found = backlog.parked.find((each) => each.because === because);
        parked.set({ because }, found?.count ?? 0);
      }
      waiting.set({ put_off: 'no' }, backlog.waiting.untried);
      waiting.set({ put_off: 'yes' }, backlog.waiting.putOff);
      oldest.set(backlog.oldestSeconds);
      for (const { gateway, ageSeconds, taken, given } of backlog.lists) {
        compared.set({ gateway }, ageSeconds ?? Number.POSITIVE_INFINITY);
        differed.set({ gateway, missing: 'here' }, taken);
        differed.set({ gateway, missing: 'there' }, given);
      }
    },
  };
}
