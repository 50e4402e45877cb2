export type SmsGatewayKind = 'handset' | 'generic' | '46elks' | 'twilio' | 'sinch';

/** What a gateway can do, whoever its account belongs to. */
export interface SmsFeatures {
  /** Whether it reports what became of a message. */
  readonly statuses: boolean;
  /** Whether long texts come in whole, or as parts to be joined before they are read. */
  readonly inboundParts: 'whole' | 'parts';
  /** Whether a message may come from a name. */
  readonly textSender: boolean;
  /** Whether it keeps a list of who opted out, and lets us read it, or read and write it. */
  readonly optOutList: 'none' | 'read' | 'both';
}

export interface OutgoingSms {
  /** The message's id: it comes back with statuses (`ourId`), where the gateway can carry it. */
  readonly id: string;
  /** A number (E.164), a short code or a name, as the sender is kept. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly parts: number;
  /** After it a message that was not delivered is of no use. */
  readonly expiresAt: Date | null;
  /** Where statuses are to come: `https://HOST/sms/NAME/status`, to which the adapter adds what the gateway must bring back. */
  readonly statusUrl: string | null;
}

/**
 * What became of one attempt. `refused` was certainly not taken: with `retryAt` it may be handed over again then, without
 * it trying again is of no use. `unknown` may have been taken, so that it is never sent again: the connection broke, or
 * answered nothing that can be read, after the request had gone out.
 */
export type SmsAnswer =
  | { readonly sent: string | null }
  | {
      readonly refused: 'opted-out' | 'number' | 'sender' | 'throttled' | 'fault';
      /** The gateway's own code, or what happened to the connection. It never quotes numbers or texts. */
      readonly code: string;
      readonly retryAt: Date | null;
    }
  | { readonly unknown: string };

/** A page of a gateway's own list of those who opted out. */
export interface SmsOptOuts {
  readonly optOuts: readonly { readonly number: string; readonly sender: string | null }[];
  /** What to ask the next page by; null after the last. */
  readonly next: string | null;
}

export interface SmsGateway {
  /** As the operator calls it; part of its routes' paths. */
  readonly name: string;
  readonly kind: SmsGatewayKind;
  readonly features: SmsFeatures;
  /** Messages it takes at most, as the operator says; null: no such limit. */
  readonly perSecond: number | null;
  /** Requests on their way to it at once, at most. Both are for the sender to keep. */
  readonly atOnce: number;
  /** Never throws for what a gateway or a network does. */
  send(message: OutgoingSms): Promise<SmsAnswer>;
  /** Where `features.optOutList` is not `none`. Throws where the list cannot be read. */
  listOptOuts?(cursor: string | null): Promise<SmsOptOuts>;
  /** Where it is `both`. */
  addOptOut?(number: string, sender: string): Promise<void>;
  close(): Promise<void>;
}
