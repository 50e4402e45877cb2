import { inboundRaw, type MailToRead } from '@adieu/db';
import type { MailInDeps } from '../mail-in-deps.ts';
import type { MailRead } from '../read/mail-read.ts';
import { createResolveDns } from './resolve-dns.ts';
import { vouchFor, type Voucher } from './vouch-for.ts';

const resolveDns = createResolveDns();

/** Who says that a stored mail is of whom its From names. Asked only where it decides: it costs look-ups in DNS. */
export async function whoVouches(
  { db, clock, resolve = resolveDns }: MailInDeps,
  mail: MailToRead,
  { from }: MailRead,
): Promise<Voucher | null> {
  if (from === null) return null;
  const { envelope, head, size } = mail;
  const raw = size <= head.length ? head : await wholeOf(db.sql, mail.id);
  return vouchFor({ raw, from, envelope, trusted: [] }, { resolve, now: clock() });
}

async function wholeOf(sql: Parameters<typeof inboundRaw>[0], id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of inboundRaw(sql, id)) pieces.push(piece);
  return Buffer.concat(pieces);
}
