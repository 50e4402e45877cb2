import {
  LOCAL_MAIL_DOMAIN,
  LOCAL_PUBLIC_URL,
  RATE,
  readAuthservIds,
  readDomainRates,
  readMailDomain,
  readPublicUrl,
  readRate,
  readShortCodes,
  readShortLinkHost,
  settingStep,
} from '@adieu/domain';
import {
  type AllowedNetworks,
  type GatewaySettings,
  type MailProvider,
  parseAllowedNetworks,
  parseMailProviders,
  parseSmsGateways,
} from '@adieu/gateways';
import {
  type DkimKey,
  type KeyRing,
  parseDkimKeys,
  readSettings,
  temporalProblem,
  type TemporalSecurity,
  temporalSecurity,
} from '@adieu/keys';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d+$|^\[[^\]]+\]:\d+$/, 'must be host:port')
    .default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TLS: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  TEMPORAL_TLS_CA_FILE: z.string().optional(),
  TEMPORAL_TLS_CERT_FILE: z.string().optional(),
  TEMPORAL_TLS_KEY_FILE: z.string().optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  // In order. Never quoted back: a URL may hold a password.
  SMTP_URL: z
    .string()
    .default('smtp://127.0.0.1:1025')
    .transform((text) => text.trim().split(/\s+/))
    .pipe(
      z.array(
        z.url({ protocol: /^smtps?$/, error: 'must be smtp:// or smtps:// URLs, by spaces' }),
      ),
    ),
  SEND_RATE: z
    .string()
    .optional()
    .transform((text, context) => {
      const rate = text === undefined ? null : readRate(text);
      if (text === undefined || rate !== null) return rate;
      context.addIssue(`must be ${RATE}`);
      return z.NEVER;
    }),
  SEND_RATE_BY_DOMAIN: z
    .string()
    .default('')
    .transform((text, context) => {
      const read = readDomainRates(text);
      if ('domains' in read) return read.domains;
      context.addIssue(`must be ${read.problem}`);
      return z.NEVER;
    }),
  SMTP_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(20),
  PUBLIC_URL: z.string().default(LOCAL_PUBLIC_URL).transform(settingStep(readPublicUrl)),
  MAIL_DOMAIN: z.string().default(LOCAL_MAIL_DOMAIN).transform(settingStep(readMailDomain)),
  MAIL_IN_AUTHSERV_IDS: z.string().default('').transform(settingStep(readAuthservIds)),
  SHORT_LINK_HOST: z.string().transform(settingStep(readShortLinkHost)).nullable().default(null),
  SMS_SHORT_CODES: z.string().default('').transform(settingStep(readShortCodes)),
  KEYS_FILE: z.string({ error: 'must name the keys file' }).min(1),
  DKIM_KEYS_FILE: z.string().optional(),
  SMS_GATEWAYS_FILE: z.string().optional(),
  MAIL_PROVIDERS_FILE: z.string().optional(),
  OUTBOUND_ALLOW: z
    .string()
    .default('')
    .transform((text, context): AllowedNetworks => {
      try {
        return parseAllowedNetworks(text);
      } catch (error) {
        context.addIssue((error as Error).message);
        return z.NEVER;
      }
    }),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Environment = Omit<
  z.infer<typeof schema>,
  'KEYS_FILE' | 'DKIM_KEYS_FILE' | 'SMS_GATEWAYS_FILE' | 'MAIL_PROVIDERS_FILE'
> & {
  readonly ring: KeyRing;
  /** How Temporal is spoken to. */
  readonly temporalSecurity: TemporalSecurity;
  /** None: signing is left to the mail server. */
  readonly dkimKeys: readonly DkimKey[];
  /** None: no SMS goes out. */
  readonly smsGateways: readonly GatewaySettings[];
  /** Of the mail servers, those that tell what became of a mail. */
  readonly mailProviders: readonly MailProvider[];
};

/** The worker's settings. Throws one error that names everything that is wrong, and no secret. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const read = readSettings(schema, variables, {
    DKIM_KEYS_FILE: parseDkimKeys,
    SMS_GATEWAYS_FILE: parseSmsGateways,
    MAIL_PROVIDERS_FILE: parseMailProviders,
  });
  const {
    KEYS_FILE: _file,
    DKIM_KEYS_FILE: _dkim,
    SMS_GATEWAYS_FILE: _sms,
    MAIL_PROVIDERS_FILE: _providers,
    ...settings
  } = read.settings;
  const problem = temporalProblem(settings);
  if (problem !== null) throw new Error(`The environment is not right:\n  ${problem}`);
  return {
    ...settings,
    ring: read.ring,
    dkimKeys: read.files.DKIM_KEYS_FILE ?? [],
    smsGateways: read.files.SMS_GATEWAYS_FILE ?? [],
    mailProviders: read.files.MAIL_PROVIDERS_FILE ?? [],
    temporalSecurity: temporalSecurity(settings),
  };
}
