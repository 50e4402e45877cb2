import type { SettingsOf } from '@adieu/gateways';
import { answers } from '../answers.ts';
import { type Fields, Unreadable } from '../read/fields.ts';
import { headerOf } from '../read/header-of.ts';
import { reading } from '../read/reading.ts';
import { idOf, messageText, mustHaveId, numberOf, ourIdOf } from '../read/values.ts';
import type { SmsEvent, SmsIngress, SmsReceived, SmsStatus } from '../sms-ingress.ts';
import { decodeBase64Text } from './base64-text.ts';
import { isSignedByTwilio, SIGNATURE } from './twilio-signature.ts';

export function createTwilioIngress({ name, authToken }: SettingsOf<'twilio'>): SmsIngress {
  return {
    name,
    mayBeFrom: ({ headers }) => headerOf(headers, SIGNATURE) !== null,
    verify: (request) => isSignedByTwilio(request, authToken),
    read: reading((fields) => [
      fields.text('MessageStatus') === null ? messageOf(fields) : statusOf(fields),
    ]),
    // TwiML that says nothing: else they answer with an SMS.
    answer: answers({ status: 200, contentType: 'text/xml', body: '<Response/>' }),
  };
}

const HINTS: readonly string[] = ['STOP', 'START', 'HELP'] satisfies SmsReceived['hint'][];

function messageOf(fields: Fields): SmsEvent {
  const hint = fields.text('OptOutType');
  return {
    kind: 'received',
    gatewayId: mustHaveId(fields, 'MessageSid'),
    from: numberOf(fields, 'From'),
    to: receiverOf(fields),
    // Pictures come without a text.
    text: messageText(decodeBase64Text(fields.text('Body') ?? '')),
    at: null,
    part: null,
    hint: hint !== null && HINTS.includes(hint) ? (hint as SmsReceived['hint']) : null,
  };
}

/** A number, or the agent of RCS that was written to, which is none: it waits for an operator, and is not refused. */
function receiverOf(fields: Fields): string {
  const agent = /^rcs:\w[\w.-]{0,98}$/i.exec(fields.text('To') ?? '')?.[0];
  return agent ?? numberOf(fields, 'To');
}

const STATES: Readonly<Record<string, SmsStatus['state']>> = {
  accepted: 'SENT',
  scheduled: 'SENT',
  queued: 'SENT',
  sending: 'SENT',
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'DELIVERED',
  partially_delivered: 'UNKNOWN',
  undelivered: 'FAILED',
  failed: 'FAILED',
  canceled: 'FAILED',
};
/** Whoever it is sent to answered STOP to this sender. */
const OPTED_OUT = '21610';

function statusOf(fields: Fields): SmsEvent {
  const state = STATES[fields.text('MessageStatus')!];
  if (state === undefined) throw new Unreadable('MessageStatus is none that is known');
  const code = idOf(fields, 'ErrorCode');
  return {
    kind: 'status',
    gatewayId: mustHaveId(fields, 'MessageSid'),
    ourId: ourIdOf(fields),
    state,
    code: code === '0' ? null : code,
    optedOut: code === OPTED_OUT,
    at: null,
  };
}
