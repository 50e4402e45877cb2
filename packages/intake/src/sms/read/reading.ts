import type { SmsEvent, SmsReading, SmsRequest } from '../sms-ingress.ts';
import { type Fields, readFields, Unreadable } from './fields.ts';
import type { Signed } from './signed.ts';

/** A gateway's reader as `SmsIngress.read`: what it can not read is a value. */
export function reading(
  read: (fields: Fields, request: SmsRequest) => readonly SmsEvent[],
  signed: Signed = 'ALL',
): (request: SmsRequest) => SmsReading {
  return (request) => {
    try {
      return { events: read(readFields(request, signed), request) };
    } catch (error) {
      if (error instanceof Unreadable) return { unreadable: error.message };
      throw error;
    }
  };
}

/** Whether it came to `/sms/NAME/status`. */
export function isStatusPath({ publicUrl }: SmsRequest): boolean {
  return new URL(publicUrl).pathname.endsWith('/status');
}
