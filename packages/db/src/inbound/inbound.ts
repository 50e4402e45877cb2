import type { Channel } from '@adieu/domain';
import type { MailEnvelope } from './mail-envelope.ts';

/** What came in, before anybody has understood it. */
export interface Inbound {
  readonly channel: Channel;
  readonly source: string;
  /** By which a repetition of it is known. */
  readonly providerId: string;
  /** Whether that is made of what it says and of the day, for want of an id and a time: the same may be said again. */
  readonly isGuess: boolean;
  readonly raw: Buffer;
  readonly from: { readonly address: string; readonly addressKey: Buffer | null } | null;
  readonly to: string;
  /** Of a mail. */
  readonly envelope?: MailEnvelope;
  readonly text: string | null;
  readonly hint: string | null;
  readonly part: { readonly ref: string; readonly number: number; readonly of: number } | null;
  readonly sentAt: Date;
}
