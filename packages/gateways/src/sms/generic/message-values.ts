import type { OutgoingSms } from '../sms-gateway.ts';

/** What a template may name of a message. */
const VALUES = {
  from: ({ from }) => from,
  from_no_plus: ({ from }) => from.replace(/^\+/, ''),
  to: ({ to }) => to,
  to_no_plus: ({ to }) => to.replace(/^\+/, ''),
  text: ({ text }) => text,
  id: ({ id }) => id,
  parts: ({ parts }) => String(parts),
  encoding: ({ encoding }) => encoding,
  // As SMPP and Kannel count.
  coding: ({ encoding }) => (encoding === 'GSM-7' ? '0' : '2'),
  minutes_left: ({ expiresAt }, now) => String(minutesUntil(expiresAt, now) ?? ''),
  expires_at: ({ expiresAt }) => expiresAt?.toISOString() ?? '',
  status_url: ({ statusUrl }) => statusUrl ?? '',
} satisfies Record<string, (message: OutgoingSms, now: Date) => string>;

export const MESSAGE_PLACEHOLDERS: readonly string[] = Object.keys(VALUES);

export function messageValues(message: OutgoingSms, now: Date): Record<string, string> {
  return Object.fromEntries(Object.entries(VALUES).map(([name, of]) => [name, of(message, now)]));
}

function minutesUntil(expiresAt: Date | null, now: Date): number | null {
  if (expiresAt === null) return null;
  return Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 60_000));
}
