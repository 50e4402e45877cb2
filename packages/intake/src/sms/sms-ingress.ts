import type { Signed } from './read/signed.ts';

/** What of a request stands before its body, as it came over the wire. */
export interface SmsHead {
  readonly method: string;
  /** The URL that the gateway was told, PUBLIC_URL with path and query: never made of the Host header. */
  readonly publicUrl: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly remoteAddress: string;
}

export interface SmsRequest extends SmsHead {
  readonly rawBody: Buffer;
}

export type SmsEvent = SmsReceived | SmsStatus | SmsOptedOut | SmsDeactivated;

export interface SmsReceived {
  readonly kind: 'received';
  /** The gateway's id of it, by which a repetition is known; null where it names none. */
  readonly gatewayId: string | null;
  /** E.164; short numbers as they are. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** When the gateway got it; null where it does not say. */
  readonly at: Date | null;
  /** Of a text that comes in pieces: `number` counts from 1. */
  readonly part: { readonly ref: string; readonly number: number; readonly of: number } | null;
  /** How the gateway understands it: evidence, never the verdict. */
  readonly hint: 'STOP' | 'START' | 'HELP' | null;
}

export interface SmsStatus {
  readonly kind: 'status';
  /** What `send` gave as `sent`; null where the gateway brings only our own id back. */
  readonly gatewayId: string | null;
  /** The message's id, where the gateway carries it. What it says has to fit `gatewayId`. */
  readonly ourId: string | null;
  readonly state: 'SENT' | 'DELIVERED' | 'FAILED' | 'UNKNOWN';
  readonly code: string | null;
  /** The gateway says that this person opted out. A barred number or a block list for any reason is none. */
  readonly optedOut: boolean;
  readonly at: Date | null;
}

/** The gateway tells that somebody opted out there, without a message. */
export interface SmsOptedOut {
  readonly kind: 'opted-out';
  readonly from: string;
  readonly to: string;
  readonly at: Date | null;
}

/** A number is nobody's any more, or somebody else's. */
export interface SmsDeactivated {
  readonly kind: 'deactivated';
  readonly number: string;
  readonly at: Date | null;
}

/** `why` says what is missing or wrong, for a log: it quotes nothing of what came. No events: nothing that concerns us. */
export type SmsReading = { readonly events: readonly SmsEvent[] } | { readonly unreadable: string };

/**
 * `taken`: committed, or nothing to commit. `later`: what is ours is away, come again. `unreadable`: it will not get better
 * by coming again. `stranger`: it is not proven to come from the gateway.
 */
export type SmsOutcome = 'taken' | 'later' | 'unreadable' | 'stranger';

export interface SmsReply {
  readonly status: number;
  /** Null where nothing is said. */
  readonly contentType: string | null;
  readonly body: string;
  readonly retryAfterSeconds: number | null;
}

/** How one gateway speaks to us. None of these throws, whatever comes. */
export interface SmsIngress {
  readonly name: string;
  /** Whether it may come from the gateway by what stands before its body, in constant time: of a stranger no body is read. */
  mayBeFrom(head: SmsHead): boolean;
  /** Whether the request comes from the gateway, in constant time; asked before it is read. What comes twice is known by its id, not by a clock. */
  verify(request: SmsRequest): boolean;
  read(request: SmsRequest): SmsReading;
  /** What that proof is of; not given: nobody but the gateway writes any of it. */
  readonly signed?: Signed;
  /** What makes that gateway go on, come again, or give up. */
  answer(outcome: SmsOutcome): SmsReply;
}
