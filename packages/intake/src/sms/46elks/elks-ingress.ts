import type { SettingsOf } from '@adieu/gateways';
import { answers } from '../answers.ts';
import { saysBasic } from '../proof/basic.ts';
import { createSources } from '../proof/sources.ts';
import type { Fields } from '../read/fields.ts';
import { reading } from '../read/reading.ts';
import {
  instantOf,
  mustHave,
  mustHaveId,
  mustHaveText,
  numberOf,
  ourIdOf,
} from '../read/values.ts';
import type { SmsEvent, SmsIngress, SmsStatus } from '../sms-ingress.ts';

/** They sign nothing: the user and password stand in the URLs that they are told, and come in a header. */
export function createElksIngress(settings: SettingsOf<'46elks'>): SmsIngress {
  const isTheirs = createSources(settings.sources);
  const isGateway: SmsIngress['mayBeFrom'] = (head) =>
    saysBasic(head, settings.callback) && isTheirs(head.remoteAddress);
  return {
    name: settings.name,
    mayBeFrom: isGateway,
    verify: isGateway,
    read: reading((fields) => [
      fields.text('status') === null ? messageOf(fields) : statusOf(fields),
    ]),
    // A body would go out as an SMS.
    answer: answers({ status: 204, contentType: null, body: '' }),
  };
}

function messageOf(fields: Fields): SmsEvent {
  return {
    kind: 'received',
    gatewayId: mustHaveId(fields, 'id'),
    from: numberOf(fields, 'from'),
    to: numberOf(fields, 'to'),
    text: mustHaveText(fields, 'message'),
    at: instantOf(fields, 'created'),
    part: null,
    hint: null,
  };
}

const STATES: Readonly<Record<string, SmsStatus['state']>> = {
  created: 'SENT',
  sent: 'SENT',
  delivered: 'DELIVERED',
  failed: 'FAILED',
};

function statusOf(fields: Fields): SmsEvent {
  const status = mustHave(fields, 'status');
  return {
    kind: 'status',
    gatewayId: mustHaveId(fields, 'id'),
    ourId: ourIdOf(fields),
    state: STATES[status] ?? 'UNKNOWN',
    code: null,
    // They say no reason.
    optedOut: false,
    at: instantOf(fields, 'delivered'),
  };
}
