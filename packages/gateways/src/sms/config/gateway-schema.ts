import { z } from 'zod';
import { generic } from './generic-schema.ts';
import {
  atOnce,
  callback,
  httpUrl,
  name,
  ourSecrets,
  rate,
  senders,
  sources,
  theirs,
  theirSecrets,
} from './parts.ts';

const common = { name, senders, rate, atOnce };

const genericGateway = z.strictObject({ ...common, kind: z.literal('generic'), ...generic });

const handset = z.strictObject({
  ...common,
  kind: z.literal('handset'),
  url: httpUrl,
  secret: ourSecrets,
});

const elks = z.strictObject({
  ...common,
  kind: z.literal('46elks'),
  apiUrl: httpUrl.default('https://api.46elks.com'),
  username: theirs,
  password: theirs,
  /** They sign nothing: this stands in the URLs that they are told. */
  callback,
  /** Where they call from, by their own list; null: not looked at. */
  sources: sources.nullable().default(null),
});

const twilio = z.strictObject({
  ...common,
  kind: z.literal('twilio'),
  apiUrl: httpUrl.default('https://api.twilio.com'),
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'must be the Account SID, AC and 32 digits'),
  /** It signs what they send us, whatever we send with. */
  authToken: theirSecrets,
  /** To send with, in place of the auth token. */
  apiKey: z.strictObject({ sid: theirs, secret: theirs }).nullable().default(null),
  messagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/, 'must be the SID of a messaging service, MG and 32 digits')
    .nullable()
    .default(null),
});

const sinch = z
  .strictObject({
    ...common,
    kind: z.literal('sinch'),
    servicePlanId: z.string().regex(/^[\w-]{1,80}$/, 'must be the service plan id'),
    apiToken: theirs,
    region: z.enum(['us', 'eu', 'au', 'br', 'ca']).default('eu'),
    apiUrl: httpUrl.nullable().default(null),
    /** The secret of signed callbacks, which their support sets up; or Basic authentication. */
    webhookSecret: theirSecrets.nullable().default(null),
    callback: callback.nullable().default(null),
  })
  .refine(
    ({ webhookSecret, callback: basic }) => webhookSecret !== null || basic !== null,
    'must have webhookSecret or callback: without one of them anybody could opt people out',
  );

const gateway = z.discriminatedUnion('kind', [handset, genericGateway, elks, twilio, sinch], {
  error: ({ input }) =>
    typeof input === 'object' && input !== null
      ? 'must be one of handset, generic, 46elks, twilio, sinch'
      : 'must be an object with name, kind and senders',
});

export const gateways = z
  .array(gateway, { error: 'must be a JSON list of gateways' })
  .min(1, 'names no gateway: leave SMS_GATEWAYS_FILE away where there is none')
  .superRefine((list, context) => {
    for (const twice of repeated(list.map((each) => each.name)))
      context.addIssue(`two gateways are called ${twice}`);
    for (const twice of repeated(list.flatMap((each) => each.senders)))
      context.addIssue(`two gateways carry the sender ${twice}: name it in one of them`);
    for (const each of list)
      if (each.kind === 'generic' && each.receive.to === null && carriesSeveral(each.senders))
        context.addIssue(
          `${each.name}: receive.to must name the field of the number that was written to, as it carries more senders than one`,
        );
  });

function carriesSeveral(all: readonly string[]): boolean {
  return all.length > 1 || all.includes('*');
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((each, i) => names.indexOf(each) !== i))];
}

export type GatewaySettings = z.infer<typeof gateways>[number];
export type SettingsOf<K extends GatewaySettings['kind']> = Extract<
  GatewaySettings,
  { readonly kind: K }
>;
