import {
  type GatewaySettings,
  handsetSettings,
  parseSmsGateways,
  readCarriers,
} from '@adieu/gateways';
import { createElksIngress } from './46elks/elks-ingress.ts';
import { createGenericIngress } from './generic/generic-ingress.ts';
import { createSinchIngress } from './sinch/sinch-ingress.ts';
import type { SmsIngress } from './sms-ingress.ts';
import { createTwilioIngress } from './twilio/twilio-ingress.ts';

export interface SmsIngresses {
  /** By the name in the path; null where there is no such gateway. */
  ingressOf(name: string): SmsIngress | null;
}

/** What the api knows of the gateways: it hears them, and hands nothing to them. */
export interface HeardGateways extends SmsIngresses {
  /** Whether one of them carries what is sent from here. */
  carries(sender: string): boolean;
}

/** What comes in from the gateways of the file that SMS_GATEWAYS_FILE names. Throws with what is wrong with it. */
export function parseSmsIngresses(text: string, file: string): HeardGateways {
  return openSmsIngresses(parseSmsGateways(text, file));
}

export function openSmsIngresses(settings: readonly GatewaySettings[]): HeardGateways {
  const all = new Map(settings.map((each) => [each.name, open(each)]));
  const carrierOf = readCarriers(settings);
  return {
    ingressOf: (name) => all.get(name) ?? null,
    carries: (sender) => carrierOf(sender) !== null,
  };
}

function open(settings: GatewaySettings): SmsIngress {
  const [only] = settings.senders as [string];
  switch (settings.kind) {
    case 'handset':
      return createGenericIngress(settings.name, handsetSettings(settings), only);
    case 'generic':
      return createGenericIngress(settings.name, settings, only);
    case '46elks':
      return createElksIngress(settings);
    case 'twilio':
      return createTwilioIngress(settings);
    case 'sinch':
      return createSinchIngress(settings);
  }
}
