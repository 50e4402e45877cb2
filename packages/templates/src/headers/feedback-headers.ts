import { type Header, refuseInjection } from './header.ts';

export interface FeedbackHeaders {
  /** What complaints are counted by, the narrowest first; no address, no colon. */
  readonly counted: readonly [string, string, string];
  /** Where complaints go; of the From domain or of one that also signs (RFC 9477 3.1). */
  readonly address: string;
  /** Names the message, and can not be forged. */
  readonly id: string;
}

/** Gmail counts by the last part, which never changes. */
const SENDER = 'adieu';

/** The headers by which mailbox providers tell of complaints (H-13): Gmail's Feedback-ID, and CFBL (RFC 9477). */
export function feedbackHeaders({ counted, address, id }: FeedbackHeaders): Header[] {
  if (counted.some((part) => /[:@\s]/.test(part))) {
    throw new Error('a part of Feedback-ID holds a colon, an address or a space');
  }
  return refuseInjection([
    { name: 'Feedback-ID', value: [...counted, SENDER].join(':') },
    { name: 'CFBL-Address', value: `${address}; report=arf` },
    { name: 'CFBL-Feedback-ID', value: id },
  ]);
}
