import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import { pino } from 'pino';
import { describeMail } from '../src/mail/describe-mail.ts';
import { storeMail } from '../src/mail/store-mail.ts';
import { understandMail } from '../src/mail/understand-mail.ts';
import type { ResolveDns } from '../src/mail/vouch/resolve-dns.ts';

export const DOMAIN = 'leave.example.test';
export const NOW = new Date('2026-05-04T08:00:00.000Z');

interface Taken {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly to: string;
  readonly raw: Buffer;
  /** Of the envelope. */
  readonly from?: string;
  readonly resolve?: ResolveDns;
  /** Who brings it. */
  readonly origin?: string;
}

/** As mail-in does: stored first, then understood. */
export async function takeMail({
  db,
  ring,
  to,
  raw,
  from = '',
  resolve,
  origin = '192.0.2.7',
}: Taken) {
  const deps = {
    db,
    ring,
    log: pino({ level: 'silent' }),
    clock: () => NOW,
    mailDomain: DOMAIN,
    resolve: resolve ?? (async () => []),
  };
  const stored = await storeMail(db.sql, deps, {
    source: 'smtp',
    providerId: null,
    to,
    envelope: { from, origin, helo: 'mx.example.test' },
    raw,
    described: await describeMail(raw),
    dueAt: NOW,
  });
  return stored === null ? 'known' : understandMail(deps, stored.id);
}
