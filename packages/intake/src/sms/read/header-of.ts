import type { SmsRequest } from '../sms-ingress.ts';

/** A header that stands there once. */
export function headerOf(headers: SmsRequest['headers'], name: string): string | null {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' ? value : null;
}
