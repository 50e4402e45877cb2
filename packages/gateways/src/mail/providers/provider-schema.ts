import { z } from 'zod';
import { callback, nameOf, sources, theirSecrets } from '../../sms/config/parts.ts';

/** The host in SMTP_URL by which mails go to it: they then bear our id of them, in a header that its events give back. */
const server = z
  .string()
  .regex(/^[a-z0-9.-]{1,253}$/, 'must be the host as it stands in SMTP_URL')
  .nullable()
  .default(null);
const common = { name: nameOf('its route has, /events/NAME'), server };

const ses = z.strictObject({
  ...common,
  kind: z.literal('ses'),
  /** Anybody with an account there can send us signed messages of a topic of their own. */
  topicArns: z
    .array(
      z
        .string()
        .regex(
          /^arn:aws(?:-cn|-us-gov)?:sns:[a-z0-9-]{3,30}:\d{12}:[\w-]{1,256}(?:\.fifo)?$/,
          'must be the ARN of a topic, arn:aws:sns:REGION:ACCOUNT:NAME',
        ),
      { error: 'must be a list of the ARNs of its topics' },
    )
    .min(1, 'must name a topic'),
  /** Whose event destinations publish to the topics; null: what the identity or the account says by itself. */
  configurationSet: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be the name of a configuration set')
    .nullable()
    .default(null),
});

const sendgrid = z
  .strictObject({
    ...common,
    kind: z.literal('sendgrid'),
    /** The verification key of its signed event webhook; or Basic authentication; or both. */
    publicKey: theirSecrets.nullable().default(null),
    callback: callback.nullable().default(null),
  })
  .refine(
    ({ publicKey, callback: basic }) => publicKey !== null || basic !== null,
    'must have publicKey or callback: without one of them anybody could report complaints',
  );

const mailgun = z.strictObject({
  ...common,
  kind: z.literal('mailgun'),
  signingKey: theirSecrets,
  /** Beside the signature, which covers no event. */
  callback: callback.nullable().default(null),
});

const postmark = z.strictObject({
  ...common,
  kind: z.literal('postmark'),
  /** It signs nothing: this stands in the URL that it is told. */
  callback,
  /** Where it calls from, by its own list; null: not looked at. */
  sources: sources.nullable().default(null),
});

const provider = z.discriminatedUnion('kind', [ses, sendgrid, mailgun, postmark], {
  error: ({ input }) =>
    typeof input === 'object' && input !== null
      ? 'must be one of ses, sendgrid, mailgun, postmark'
      : 'must be an object with name and kind',
});

export const providers = z
  .array(provider, { error: 'must be a JSON list of providers' })
  .min(1, 'names no provider: leave MAIL_PROVIDERS_FILE away where there is none')
  .superRefine((list, context) => {
    for (const twice of repeated(list.map((each) => each.name)))
      context.addIssue(`two providers are called ${twice}`);
    for (const twice of repeated(list.flatMap((each) => each.server ?? [])))
      context.addIssue(`two providers have the server ${twice}: name it in one of them`);
  });

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((each, i) => names.indexOf(each) !== i))];
}

export type MailProvider = z.infer<typeof providers>[number];
export type MailProviderOf<K extends MailProvider['kind']> = Extract<
  MailProvider,
  { readonly kind: K }
>;
