import { inFlight } from '@adieu/db';
import type { Context } from '../shared/context.ts';
import type { InFlightMessageType } from './preference-choices.type.ts';

/** The messages to a recipient that may still arrive, each by the subject that its reader will see. */
export async function inFlightOf(
  { db, now, campaigns }: Context,
  recipientId: string,
): Promise<InFlightMessageType[]> {
  const messages = await inFlight(db.sql, recipientId, now);
  return Promise.all(
    messages.map(async ({ messageId, leaseUntil }) => ({
      subject: await campaigns.subjectOf(db, messageId),
      until: leaseUntil,
    })),
  );
}
