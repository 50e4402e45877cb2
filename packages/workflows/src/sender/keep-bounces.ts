import { type Database, recordDelivery } from '@adieu/db';
import type { BounceKind } from '@adieu/domain';

/** What ended without having been taken, as it is told of its recipient. */
export interface Refused {
  readonly messageId: string;
  readonly bounce?: { readonly kind: BounceKind; readonly status: string | null };
}

/**
 * Keeps what the mail server itself said of recipients (P7), before the end of their messages is written: whoever dies in between
 * is told again of nobody, and to keep it twice changes nothing.
 */
export async function keepBounces(
  db: Database,
  ended: readonly Refused[],
  now: Date,
): Promise<void> {
  const refused = ended.flatMap(({ messageId, bounce }) =>
    bounce === undefined ? [] : [{ messageId, ...bounce, source: 'HAND_OVER', now } as const],
  );
  await Promise.all(refused.map((each) => db.transaction((tx) => recordDelivery(tx, each))));
}
