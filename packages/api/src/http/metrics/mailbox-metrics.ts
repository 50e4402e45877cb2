import type { MailboxState } from '@adieu/db';
import { MAILBOX_PROBLEMS } from '@adieu/domain';
import { Gauge, type Registry } from 'prom-client';

/** How the reading of mailboxes (IMAP) stands, by what mail-in noted. Labels are the operator's names, and words of ours. */
export function createMailboxMetrics(register: Registry) {
  const registers = [register];
  const read = new Gauge({
    name: 'adieu_imap_read_seconds',
    help: 'For how long a mailbox was not read to its end',
    labelNames: ['mailbox'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'adieu_imap_waiting',
    help: 'Mails in a mailbox that nobody has looked at yet, ours and others’',
    labelNames: ['mailbox'] as const,
    registers,
  });
  const lag = new Gauge({
    name: 'adieu_imap_lag_seconds',
    help: 'For how long the first of them has been there, 0 where there is none',
    labelNames: ['mailbox'] as const,
    registers,
  });
  const problem = new Gauge({
    name: 'adieu_imap_problem',
    help: 'Whether a mailbox can not be read now for that reason: 1 or 0',
    labelNames: ['mailbox', 'because'] as const,
    registers,
  });
  return {
    show(states: readonly MailboxState[]): void {
      for (const each of [read, waiting, lag, problem]) each.reset();
      for (const state of states) {
        const { mailbox } = state;
        read.set({ mailbox }, state.ageSeconds ?? Number.POSITIVE_INFINITY);
        waiting.set({ mailbox }, state.waiting);
        lag.set({ mailbox }, state.lagSeconds);
        for (const because of MAILBOX_PROBLEMS)
          problem.set({ mailbox, because }, state.problem === because ? 1 : 0);
      }
    },
  };
}
