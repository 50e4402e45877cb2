import type { SmsHead, SmsRequest } from '../sms/sms-ingress.ts';
import type { MailEvent } from './mail-event.ts';

export type EventHead = SmsHead;
export type EventRequest = SmsRequest;

/** Why somebody is not believed to be the provider. For metrics and logs: none quotes anything. */
export const REFUSED_BECAUSE = [
  'UNSIGNED',
  'SIGNATURE',
  'TOPIC',
  'TOO_OLD',
  'REPLAYED',
  'UNKNOWN',
] as const;
export type RefusedBecause = (typeof REFUSED_BECAUSE)[number];

/** What a request holds, once it is known to come from the provider. */
export type OpenedEvents =
  | {
      readonly events: readonly ReadEvent[];
      /** May be used once, as what proves the request does not cover what it says. */
      readonly token?: string;
      /** What is to be opened once, so that the provider goes on. */
      readonly confirm?: string;
    }
  /** `why` quotes nothing of what came. */
  | { readonly unreadable: string; readonly token?: string }
  | { readonly refused: RefusedBecause }
  /** What is needed to judge it is away. */
  | 'later';

export interface ReadEvent {
  readonly event: MailEvent;
  /** The same as the provider wrote it. */
  readonly said: unknown;
}

export type EventOutcome = 'taken' | 'later' | 'unreadable' | 'refused';

export interface EventReply {
  readonly status: number;
  readonly retryAfterSeconds: number | null;
}

/** How one provider of mail speaks to us. None of these throws, whatever comes. */
export interface EventIngress {
  readonly name: string;
  /** Beyond it nothing is theirs, and reading it would cost before it is known whose it is. */
  readonly mostBytes: number;
  /** Whether it may come from the provider by what stands before its body, in constant time: of a stranger no body is read. */
  mayBeFrom(head: EventHead): boolean;
  /** What it says, after it is known to come from the provider. Costs next to nothing where it does not. */
  open(request: EventRequest, now: Date): Promise<OpenedEvents>;
  /** What makes that provider go on, come again, or give up. */
  answer(outcome: EventOutcome): EventReply;
}
