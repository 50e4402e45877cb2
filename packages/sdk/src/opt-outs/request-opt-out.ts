import { type Connection, connect } from '../client/connect.ts';
import { AdieuError } from '../errors.ts';
import {
  type Channel,
  type OptOutRequestState,
  RequestOptOutDocument,
} from '../generated/documents.ts';
import { type About, idsOf, scopeOf } from './about.ts';

export interface OptOutWish extends About {
  readonly address: string;
  /** EMAIL if not given. */
  readonly channel?: Channel;
  /** What was said, for whoever decides. Kept as evidence. */
  readonly note?: string;
  /** The same key with the same wish gives the first answer again: a repeat after a lost answer adds nothing. */
  readonly idempotencyKey?: string;
}

/** What stands now: a new request, or the one before. */
export interface OptOutStanding {
  readonly id: string;
  readonly state: OptOutRequestState;
  /** When its review ends by itself; null where there is none. */
  readonly deadline: Date | null;
}

/**
 * Brings a wish to stop that somebody gave you: for a topic, a book, an account, or all of the organisation where none is
 * named. It is in force when this resolves. A key of the role ADMIN.
 */
export async function requestOptOut(
  { address, channel, note, idempotencyKey, ...about }: OptOutWish,
  connection: Connection = connect(),
): Promise<OptOutStanding> {
  const scope = scopeOf(await idsOf(connection, about));
  const { requestOptOut: answer } = await connection.ask(RequestOptOutDocument, {
    input: {
      address,
      scope,
      ...(channel && { channel }),
      ...(note !== undefined && { note }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    },
  });
  if (answer.__typename !== 'OptOutRequested') throw new AdieuError(answer.code, answer.message);
  const { id, state, deadline } = answer.request;
  return { id, state, deadline: deadline ? new Date(deadline) : null };
}
