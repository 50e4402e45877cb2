import { type Fields, Unreadable } from '../read/fields.ts';
import { idOf, instantOf, messageText, mustHave, mustHaveId, numberOf } from '../read/values.ts';
import type { SmsEvent, SmsStatus } from '../sms-ingress.ts';

export function readSinch(fields: Fields): readonly SmsEvent[] {
  switch (fields.text('type')) {
    case 'mo_text':
      return [messageOf(fields, 'body')];
    case 'mo_media':
      return [messageOf(fields, 'body.message')];
    // Bytes for a program: nobody typed them.
    case 'mo_binary':
      return [];
    case 'recipient_delivery_report_sms':
    case 'recipient_delivery_report_mms':
      return [statusOf(fields, mustHave(fields, 'status'), idOf(fields, 'code'))];
    case 'delivery_report_sms':
    case 'delivery_report_mms':
      return statusesOf(fields);
    default:
      throw new Unreadable('type is none that is known');
  }
}

function messageOf(fields: Fields, text: string): SmsEvent {
  return {
    kind: 'received',
    gatewayId: mustHaveId(fields, 'id'),
    from: numberOf(fields, 'from'),
    to: numberOf(fields, 'to'),
    text: messageText(fields.text(text) ?? ''),
    at: instantOf(fields, 'received_at'),
    part: null,
    hint: null,
  };
}

const STATES: Readonly<Record<string, SmsStatus['state']>> = {
  queued: 'SENT',
  dispatched: 'SENT',
  delivered: 'DELIVERED',
  aborted: 'FAILED',
  cancelled: 'FAILED',
  rejected: 'FAILED',
  // By the operator: there may be no such number, or its owner opted out there. Neither is said.
  deleted: 'FAILED',
  failed: 'FAILED',
  expired: 'FAILED',
  unknown: 'UNKNOWN',
};

function statusOf(fields: Fields, status: string, code: string | null): SmsStatus {
  return {
    kind: 'status',
    gatewayId: mustHaveId(fields, 'batch_id'),
    ourId: referenceOf(fields),
    state: STATES[status.toLowerCase()] ?? 'UNKNOWN',
    code,
    optedOut: false,
    at: instantOf(fields, 'operator_status_at') ?? instantOf(fields, 'at'),
  };
}

/** What we gave is an id; somebody else's reference, in messages that are not ours, may be anything. */
function referenceOf(fields: Fields): string | null {
  const reference = fields.text('client_reference') ?? '';
  return /^[\w-]{1,100}$/.test(reference) ? reference : null;
}

const MOST = 100;

/** A report of a whole batch, once for each of its recipients; ours have one. */
function statusesOf(fields: Fields): SmsStatus[] {
  const list = fields.value('statuses');
  if (!Array.isArray(list) || list.length > MOST) throw new Unreadable('statuses is no list');
  return list.flatMap((one: Partial<Record<string, unknown>> | null) => {
    const { status, code, recipients } = one ?? {};
    if (typeof status !== 'string') throw new Unreadable('statuses holds no status');
    const many = Array.isArray(recipients) ? Math.min(recipients.length, MOST) : 1;
    const said = statusOf(fields, status, typeof code === 'number' ? String(code) : null);
    return Array.from({ length: many }, () => said);
  });
}
