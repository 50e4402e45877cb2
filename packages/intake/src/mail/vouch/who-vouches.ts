import type { MailToRead } from '@adieu/db';
import type { MailInDeps } from '../mail-in-deps.ts';
import type { MailRead } from '../read/mail-read.ts';
import { createResolveDns } from './resolve-dns.ts';
import { SlowClients } from './slow-clients.ts';
import { vouchFor, type Voucher } from './vouch-for.ts';

const resolveDns = createResolveDns();
const slow = new SlowClients();

/** Who says that a stored mail is of whom its From names. Asked only where it decides: it costs look-ups in DNS. */
export async function whoVouches(
  { clock, resolve = resolveDns, authservIds = [] }: MailInDeps,
  mail: MailToRead,
  { from }: MailRead,
): Promise<Voucher | null> {
  if (from === null) return null;
  const { head, size, source } = mail;
  const { relay, ...came } = mail.envelope;
  // What stands in a mail that strangers hand over they wrote themselves, whatever name it bears (M-6).
  const trusted = relay !== undefined || source.startsWith('imap/') ? authservIds : [];
  const envelope = relay === 'NAMES_NOBODY' ? { ...came, origin: null } : came;
  return vouchFor(
    { head, isWhole: size <= head.length, from, envelope, trusted },
    { resolve, now: clock(), slow },
  );
}
