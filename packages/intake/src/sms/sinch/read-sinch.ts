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
    ourId: idOf(fields, 'client_reference'),
    state: STATES[status.toLowerCase()] ?? 'UNKNOWN',
    code,
    optedOut: false,
    at: instantOf(fields, 'operator_status_at') ?? instantOf(fields, 'at'),
  };
}

/** A report of a whole batch; ours are of one, so that each has one status. */
function statusesOf(fields: Fields): SmsStatus[] {
  const list = fields.value('statuses');
  if (!Array.isArray(list) || list.length > 100) throw new Unreadable('statuses is no list');
  return list.map((one: { status?: unknown; code?: unknown } | null) => {
    if (typeof one?.status !== 'string') throw new Unreadable('statuses holds no status');
    return statusOf(fields, one.status, typeof one.code === 'number' ? String(one.code) : null);
  });
}
