import { createHash } from 'node:crypto';
import { storeUnreadable } from '@adieu/db';
import { isStatusPath } from './read/reading.ts';
import type { SmsInDeps } from './sms-in-deps.ts';
import type { Signed } from './read/signed.ts';
import type { SmsIngress, SmsReading, SmsRequest } from './sms-ingress.ts';

/**
 * What a gateway brought and nobody can read is kept as it came, once, and waits for an operator: it may be a wish. The gateway is
 * told that it was not understood, or its console would say that all is well.
 */
export async function keepUnreadable(
  { db, log, clock }: Pick<SmsInDeps, 'db' | 'log' | 'clock'>,
  { name: gateway, signed = 'ALL' }: SmsIngress,
  { unreadable: why }: Extract<SmsReading, { unreadable: string }>,
  request: SmsRequest,
): Promise<'unreadable'> {
  log.warn({ gateway, why }, 'an SMS could not be read');
  if (isStatusPath(request)) return 'unreadable';
  const providerId = idOf(request, signed);
  const came = { channel: 'SMS', source: gateway, providerId, raw: rawOf(request) } as const;
  await storeUnreadable(db.sql, came, clock());
  return 'unreadable';
}

/** A gateway that comes again with the same brings nothing new; nor does who has what it signed, and writes another query beside it. */
function idOf({ publicUrl, rawBody }: SmsRequest, signed: Signed): string {
  const query = signed === 'ALL' ? new URL(publicUrl).search : '';
  const hash = createHash('sha256').update(query).update('\n').update(rawBody);
  return `unreadable:${hash.digest('base64url')}`;
}

/** A query may hold the gateway's secret: of that the names are kept, without what they say. */
function rawOf({ publicUrl, rawBody }: SmsRequest): Buffer {
  if (rawBody.length > 0) return rawBody;
  return Buffer.from([...new URL(publicUrl).searchParams.keys()].join('&'));
}
