import { readSmsGateways } from '@adieu/gateways';
import { openSmsIngresses, type SmsIngresses } from '@adieu/intake';

export const SHORT_CODE = '72080';
export const NUMBER = '+46700000001';
/** Of every gateway here, however it is that each proves who it is. */
export const GATEWAY_SECRET = 'what-the-gateways-of-this-world-know';
export const GATEWAY_USER = 'adieu';

const callback = { username: GATEWAY_USER, password: GATEWAY_SECRET };
const GATEWAYS = [
  { name: 'elks', kind: '46elks', senders: ['1'], username: 'u', password: 'p', callback },
  {
    name: 'twilio',
    kind: 'twilio',
    senders: ['2'],
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: GATEWAY_SECRET,
  },
  {
    name: 'sinch',
    kind: 'sinch',
    senders: ['3'],
    servicePlanId: 'p',
    apiToken: 't',
    webhookSecret: GATEWAY_SECRET,
  },
  {
    name: 'generic',
    kind: 'generic',
    senders: [SHORT_CODE, NUMBER],
    inboundParts: 'parts',
    send: { url: 'http://127.0.0.1:9/' },
    receive: {
      from: 'from',
      to: 'to',
      text: 'text',
      id: 'id',
      at: 'at',
      parts: { ref: 'ref', number: 'part', of: 'of' },
    },
    statuses: {
      state: 'state',
      id: 'id',
      code: 'code',
      at: 'at',
      number: 'from',
      to: 'to',
      delivered: ['ok'],
      failed: ['no'],
      optedOut: ['stop'],
      deactivated: ['gone'],
    },
    proof: { hmac: { header: 'x-signature', secret: GATEWAY_SECRET } },
  },
];

/** One of each kind, that sends nothing: only what it brings is tried. */
export function gatewaysOfWorld(): SmsIngresses {
  return openSmsIngresses(readSmsGateways(JSON.stringify(GATEWAYS)));
}
