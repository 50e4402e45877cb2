import type { GatewaySettings } from './config/gateway-schema.ts';
import { createElksGateway } from './46elks/elks-gateway.ts';
import { readCarriers } from './read-carriers.ts';
import { createGenericGateway } from './generic/generic-gateway.ts';
import { handsetSettings } from './handset/handset-settings.ts';
import { createSinchGateway } from './sinch/sinch-gateway.ts';
import type { SmsGateway } from './sms-gateway.ts';
import { createTwilioGateway } from './twilio/twilio-gateway.ts';

export interface SmsGateways {
  readonly all: readonly SmsGateway[];
  /** Who carries this sender; null where nobody does. */
  gatewayFor(sender: string): SmsGateway | null;
  /** What a gateway carries: the senders that are named, or with `except` all but those; as names are told apart. */
  carriedBy(gateway: SmsGateway): { readonly senders: readonly string[]; readonly except: boolean };
  close(): Promise<void>;
}

/** The gateways of a parsed SMS_GATEWAYS_FILE. Nothing is connected before the first message. */
export function openSmsGateways(
  settings: readonly GatewaySettings[],
  clock: () => Date = () => new Date(),
): SmsGateways {
  const all = settings.map((each) => open(each, clock));
  const carrierOf = readCarriers(settings);
  return {
    all,
    gatewayFor(sender) {
      const i = carrierOf(sender);
      return i === null ? null : all[i]!;
    },
    carriedBy(gateway) {
      const except = settings[all.indexOf(gateway)]!.senders.includes('*');
      const named = settings.flatMap(({ senders }) => senders).filter((sender) => sender !== '*');
      const isOurs = (sender: string): boolean => all[carrierOf(sender)!] === gateway;
      const senders = named.filter((sender) => isOurs(sender) !== except);
      return { senders: senders.map((sender) => sender.trim().toLowerCase()), except };
    },
    async close() {
      await Promise.all(all.map((each) => each.close()));
    },
  };
}

function open(settings: GatewaySettings, clock: () => Date): SmsGateway {
  switch (settings.kind) {
    case 'handset':
      return createGenericGateway(settings, handsetSettings(settings), clock);
    case 'generic':
      return createGenericGateway(settings, settings, clock);
    case '46elks':
      return createElksGateway(settings, clock);
    case 'twilio':
      return createTwilioGateway(settings, clock);
    case 'sinch':
      return createSinchGateway(settings, clock);
  }
}
