import { type EventIngresses, openEventIngresses } from '@adieu/intake';
import { GATEWAY_SECRET, GATEWAY_USER } from './gateways.ts';

export const PROVIDERS = ['sendgrid', 'mailgun', 'postmark'] as const;
export type Provider = (typeof PROVIDERS)[number];

const callback = { username: GATEWAY_USER, password: GATEWAY_SECRET };

/** Those that need nothing of the network; all know the one secret. */
export function providersOfWorld(): EventIngresses {
  return openEventIngresses([
    { name: 'sendgrid', kind: 'sendgrid', server: null, publicKey: null, callback },
    {
      name: 'mailgun',
      kind: 'mailgun',
      server: null,
      signingKey: [GATEWAY_SECRET],
      callback: null,
    },
    { name: 'postmark', kind: 'postmark', server: null, callback, sources: null },
  ]);
}
