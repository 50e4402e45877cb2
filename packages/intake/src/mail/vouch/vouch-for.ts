import { clientOfOrigin } from '@adieu/keys';
import { alignedByDkim } from './aligned-by-dkim.ts';
import { alignedBySpf } from './aligned-by-spf.ts';
import { alignedByTrusted } from './aligned-by-trusted.ts';
import type { MailToVouchFor } from './mail-to-vouch-for.ts';
import type { ResolveDns } from './resolve-dns.ts';
import type { SlowClients } from './slow-clients.ts';

/** What says that a mail was sent by whom its From names (RFC 7489 3.1). */
export type Voucher = 'TRUSTED_MTA' | 'DKIM' | 'SPF';

/** From alone proves nothing (M-5): gives what does, null where nothing does, or it can not be found out in time. */
export async function vouchFor(
  mail: MailToVouchFor,
  {
    resolve,
    now,
    slow,
  }: { readonly resolve: ResolveDns; readonly now: Date; readonly slow?: SlowClients },
): Promise<Voucher | null> {
  if (alignedByTrusted(mail)) return 'TRUSTED_MTA';
  const { origin } = mail.envelope;
  const client = origin === null ? null : clientOfOrigin(origin);
  if (client !== null && slow?.has(client)) return null;
  const onLate = (): void => {
    if (client !== null) slow?.add(client);
  };
  return inTime(onLate, async () => {
    const [dkim, spf] = await Promise.all([
      alignedByDkim(mail, resolve, now),
      alignedBySpf(mail, resolve),
    ]);
    if (dkim) return 'DKIM';
    return spf ? 'SPF' : null;
  });
}

/** Name servers that say nothing, one after the other, hold nobody who waits for a mail to be read. */
const MOST_MS = 5_000;

async function inTime(
  onLate: () => void,
  ask: () => Promise<Voucher | null>,
): Promise<Voucher | null> {
  const { promise, resolve: give } = Promise.withResolvers<null>();
  const timer = setTimeout(() => {
    onLate();
    give(null);
  }, MOST_MS);
  try {
    return await Promise.race([ask(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
