import { createHmac } from 'node:crypto';
import { isOneOf } from '../../sms/proof/same-secret.ts';
import { type Said, textOf, valueOf } from '../read/said.ts';

/** They come again for eight hours. */
const OLDEST_MS = 12 * 3_600_000;
/** Between their clock and ours. */
const YOUNGEST_MS = 15 * 60_000;

/** Where their signature may stand: that of a subaccount has a second one, by the key of the main account. */
const PLACES = ['signature', 'parent-signature'];

/**
 * What proves that they sent it: a MAC over a timestamp and a token. It covers nothing of the event, so that the token is good for one
 * event alone, and not for long.
 */
export function proofOfMailgun(
  said: Said,
  keys: readonly string[],
  now: Date,
): { readonly token: string } | { readonly refused: 'UNSIGNED' | 'SIGNATURE' | 'TOO_OLD' } {
  // In a form the three stand beside the event.
  const places =
    typeof said['signature'] === 'string' ? [said] : PLACES.map((p) => valueOf(said, p));
  const given = places.flatMap((place) => {
    const [timestamp, token, signature] = ['timestamp', 'token', 'signature'].map((name) =>
      textOf(place, name),
    );
    return timestamp && token && signature ? [{ timestamp, token, signature }] : [];
  });
  if (given.length === 0) return { refused: 'UNSIGNED' };
  const genuine = given.find(({ timestamp, token, signature }) =>
    isOneOf(
      signature.toLowerCase(),
      keys.map((key) => createHmac('sha256', key).update(timestamp).update(token).digest('hex')),
    ),
  );
  if (genuine === undefined) return { refused: 'SIGNATURE' };
  const age = now.getTime() - Number(genuine.timestamp) * 1000;
  if (!(age <= OLDEST_MS && age >= -YOUNGEST_MS)) return { refused: 'TOO_OLD' };
  return { token: genuine.token };
}
