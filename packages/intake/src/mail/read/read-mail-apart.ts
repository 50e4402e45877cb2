import { Apart, type Budget, type Outcome } from '@adieu/apart';
import type { Ours } from '../forward/make-inert.ts';
import type { Jobs } from './jobs.ts';
import type { MailRead } from './mail-read.ts';
import type { OpenedMail } from './open-mail.ts';

/** What one mail may take to be read, whatever stands in it (M-11). */
const BUDGET: Budget = { cpuMs: 2_000, wallMs: 20_000, heapMb: 256 };

// Tests run from the sources, as their packages do.
const JOBS = new URL(`./thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** One for a process, from its first mail on. */
const apart = new Apart<Jobs>(JOBS, BUDGET);

/**
 * Reads a mail in a process of its own, with an end to its time and memory. `whose` it is: each party is served in turn.
 * What a mail does to its reader is an outcome; what is thrown is a fault of ours.
 */
export function readMailApart(raw: Uint8Array, whose: string): Promise<Outcome<MailRead>> {
  return apart.run('readMail', { raw }, whose);
}

/** Opens a mail to be passed on, by the same limits: without anything of ours in it. */
export function openMailApart(
  raw: Uint8Array,
  ours: Ours,
  whose: string,
): Promise<Outcome<OpenedMail>> {
  return apart.run('openMail', { raw, ours }, whose);
}
