import { type Connection, connect } from '../client/connect.ts';
import {
  type Channel,
  type GateReason,
  MayContactDocument,
  type Purpose,
} from '../generated/documents.ts';
import { type About, idsOf } from './about.ts';

export interface GateQuestion extends About {
  readonly address: string;
  /** EMAIL if not given. */
  readonly channel?: Channel;
  /** If not given: the book's, or MARKETING where no book is named. */
  readonly purpose?: Purpose;
}

export interface GateAnswer {
  readonly allowed: boolean;
  readonly because: GateReason;
  /** One sentence for people, in English. */
  readonly explanation: string;
  /** When it may go by what they chose themselves (a pause, how often); else null. */
  readonly nextAllowedAt: Date | null;
  /** Since when the opt-out behind a no stands. */
  readonly since: Date | null;
  readonly requestId: string | null;
}

/**
 * Whether a message may go to an address now, and why: ask it for what you send yourself, right before you hand it over.
 * What Adieu sends is asked anyway. A key of any role.
 */
export async function mayContact(
  { address, channel = 'EMAIL', purpose, ...about }: GateQuestion,
  connection: Connection = connect(),
): Promise<GateAnswer> {
  const ids = await idsOf(connection, about);
  const input = { address, channel, ...ids, ...(purpose && { purpose }) };
  const { mayContact: answer } = await connection.ask(MayContactDocument, { input });
  return {
    allowed: answer.allowed,
    because: answer.because,
    explanation: answer.explanation,
    nextAllowedAt: instant(answer.nextAllowedAt),
    since: instant(answer.since),
    requestId: answer.requestId ?? null,
  };
}

function instant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
