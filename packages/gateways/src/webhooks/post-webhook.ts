import type { OutboundFaultCode } from '@adieu/domain';
import type { Outbound, WholeAnswer } from '../outbound/outbound.ts';

/** What became of one attempt. */
export interface WebhookResult {
  /** GONE: 410, nobody is there any more. */
  readonly verdict: 'DELIVERED' | 'FAILED' | 'GONE';
  readonly status: number | null;
  readonly fault: OutboundFaultCode | null;
  /** The beginning of what was answered, for the log. */
  readonly answer: string;
  readonly retryAfterMs: number | null;
  /** It asks to be left alone for a while. */
  readonly isSlowedDown: boolean;
}

/** What Standard Webhooks gives a receiver: 15 to 30 seconds. */
const ANSWER_MS = 20_000;
const LONGEST_ANSWER = 1_024;
const SLOWING: readonly number[] = [429, 502, 504];

/** Hands one delivery over, once. Only 2xx is success; what sends on is a failure and is not followed. */
export async function postWebhook(
  outbound: Outbound,
  delivery: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
  now: Date,
  withinMs = ANSWER_MS,
): Promise<WebhookResult> {
  const answer = await outbound.ask(
    {
      method: 'POST',
      url: delivery.url,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Adieu-Webhooks/1',
        ...delivery.headers,
      },
      body: delivery.body,
      withinMs,
    },
    LONGEST_ANSWER,
  );
  if ('fault' in answer) {
    const { fault } = answer;
    return {
      verdict: 'FAILED',
      status: null,
      fault,
      answer: '',
      retryAfterMs: null,
      isSlowedDown: false,
    };
  }
  return judge(answer, now);
}

function judge({ status, headers, body }: WholeAnswer, now: Date): WebhookResult {
  const isTaken = status >= 200 && status < 300;
  return {
    verdict: isTaken ? 'DELIVERED' : status === 410 ? 'GONE' : 'FAILED',
    status,
    fault: null,
    answer: storable(body),
    retryAfterMs: isTaken ? null : readRetryAfter(headers['retry-after'], now),
    isSlowedDown: SLOWING.includes(status),
  };
}

/** Seconds or a date (RFC 9110 10.2.3); null where it is neither. */
function readRetryAfter(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  const wait = /^\s*\d{1,9}\s*$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - now.getTime();
  return wait >= 0 ? wait : null;
}

/** PostgreSQL takes no NUL, and half a character at the cut is none. */
function storable(body: Buffer): string {
  return body.toString('utf8').replaceAll('\0', '').toWellFormed();
}
