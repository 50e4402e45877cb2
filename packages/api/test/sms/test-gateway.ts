import { timingSafeEqual } from 'node:crypto';
import type { SmsEvent, SmsIngress } from '@adieu/intake';

const SECRET = 'what the gateway of these tests knows';

/** A gateway that brings events as they are: what is tested is what becomes of them, not how one is read. */
export const testGateway: SmsIngress = {
  name: 'test',
  mayBeFrom: ({ headers }) => headers['x-secret'] !== undefined,
  verify({ headers }) {
    const given = Buffer.from(String(headers['x-secret'] ?? ''));
    const known = Buffer.from(SECRET);
    return given.length === known.length && timingSafeEqual(given, known);
  },
  read({ rawBody }) {
    try {
      const event = JSON.parse(rawBody.toString()) as SmsEvent & { at: string | null };
      return {
        events: [{ ...event, at: event.at === null ? null : new Date(event.at) }],
      };
    } catch {
      return { unreadable: 'no JSON' };
    }
  },
  answer(outcome) {
    const status = { taken: 204, later: 503, unreadable: 400, stranger: 401 }[outcome];
    const retryAfterSeconds = outcome === 'later' ? 30 : null;
    return { status, contentType: null, body: '', retryAfterSeconds };
  },
};

let nextId = 0;

export interface Said {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly gatewayId?: string | null;
  readonly at?: Date | null;
  readonly part?: { readonly ref: string; readonly number: number; readonly of: number } | null;
  readonly hint?: 'STOP' | 'START' | 'HELP' | null;
}

/** An SMS that says STOPP, from a number to a number. */
export function stopp(): SmsEvent {
  nextId += 1;
  return {
    kind: 'received',
    gatewayId: `sms-${nextId}`,
    from: '+46701740605',
    to: '+46700000001',
    text: 'STOPP',
    at: null,
    part: null,
    hint: null,
  };
}

/** Somebody writes, and the gateway brings it to the api at `url`; gives the status that it is answered with. */
export async function says(url: string, said: Said): Promise<number> {
  return brings(url, { ...stopp(), ...said });
}

export async function brings(url: string, event: unknown, secret = SECRET): Promise<number> {
  const { status } = await fetch(`${url}/sms/test`, {
    method: 'POST',
    headers: { 'x-secret': secret, 'content-type': 'application/json' },
    body: typeof event === 'string' ? event : JSON.stringify(event),
  });
  return status;
}
