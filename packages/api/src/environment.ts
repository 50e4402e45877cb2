import { readFileSync } from 'node:fs';
import { shortUrlOf } from '@adieu/domain';
import {
  type EventIngresses,
  openEventIngresses,
  openSmsIngresses,
  parseEventIngresses,
  parseSmsIngresses,
  type SmsIngresses,
} from '@adieu/intake';
import { type KeyRing, parseDkimKeys, readSettings } from '@adieu/keys';
import { z } from 'zod';
import { parsePagesSecret } from './pages-secret.ts';
import { type Installation, isPublic } from './installation.ts';
import { OIDC, oidcOf, type OidcSettings } from './http/sign-in/oidc-settings.ts';
import { COMMON, mailDomain, port, publicUrl, shortCodes, shortLinkHost } from './settings.ts';
import { type Certificate, CONNECTION_LIMITS, type ConnectionLimits } from './server/one-port.ts';

const schema = z
  .object({
    ...COMMON,
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: port.default(4000),
    TLS_CERT_FILE: z.string().optional(),
    TLS_KEY_FILE: z.string().optional(),
    PREFERENCE_CENTER_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
      .default('http://127.0.0.1:4100'),
    PUBLIC_URL: publicUrl,
    PAGES_SECRET_FILE: z
      .string({ error: 'must name the file that the api and the pages share' })
      .min(1),
    MAIL_DOMAIN: mailDomain,
    SHORT_LINK_HOST: shortLinkHost,
    SMS_SHORT_CODES: shortCodes,
    DKIM_KEYS_FILE: z.string().optional(),
    SMS_GATEWAYS_FILE: z.string().optional(),
    MAIL_PROVIDERS_FILE: z.string().optional(),
    TRUSTED_PROXIES: z.string().optional(),
    CONNECTIONS_PER_CLIENT: z.coerce
      .number()
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .default(CONNECTION_LIMITS.ofOneClient),
    GRAPHIQL: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
    GRAPHIQL_OPENING_FILE: z.string().optional(),
    ...OIDC,
    METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  })
  .refine((env) => (env.TLS_CERT_FILE === undefined) === (env.TLS_KEY_FILE === undefined), {
    path: ['TLS_CERT_FILE'],
    error: 'and TLS_KEY_FILE: set both or neither',
  })
  .refine((env) => (env.OIDC_ISSUER === undefined) === (env.OIDC_CLIENT_ID === undefined), {
    path: ['OIDC_ISSUER'],
    error: 'and OIDC_CLIENT_ID: set both or neither',
  });

export interface Environment {
  readonly databaseUrl: string;
  readonly ring: KeyRing;
  readonly logLevel: string;
  readonly host: string;
  readonly port: number;
  readonly certificate: Certificate | null;
  readonly preferenceCenterUrl: string;
  /** By which the pages are known, and know this process. */
  readonly pagesSecret: string;
  /** Reverse proxies whose X-Forwarded-For is believed: addresses, networks, or `loopback`, `uniquelocal`. */
  readonly trustedProxies: string | null;
  readonly connectionLimits: ConnectionLimits;
  readonly installation: Installation;
  /** None: no SMS comes in. */
  readonly smsIngresses: SmsIngresses;
  /** None: no provider tells what became of mails. */
  readonly eventIngresses: EventIngresses;
  /** Null: members are mailed links alone. */
  readonly oidc: OidcSettings | null;
  /** Whether GraphiQL and introspection are served. */
  readonly graphiql: boolean;
  /** What GraphiQL opens with, on this machine; set by `npm start` alone, as the file holds the demo's key. */
  readonly graphiqlOpening: string | null;
  /** Bearer token that opens `/metrics`; null = closed. */
  readonly metricsToken: string | null;
}

/** The api's settings. Throws one error that names everything that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const {
    settings: env,
    ring,
    files,
  } = readSettings(schema, variables, {
    DKIM_KEYS_FILE: parseDkimKeys,
    SMS_GATEWAYS_FILE: parseSmsIngresses,
    MAIL_PROVIDERS_FILE: parseEventIngresses,
    PAGES_SECRET_FILE: parsePagesSecret,
  });
  const smsIngresses = files.SMS_GATEWAYS_FILE ?? openSmsIngresses([]);
  return {
    databaseUrl: env.DATABASE_URL,
    ring,
    logLevel: env.LOG_LEVEL,
    host: env.API_HOST,
    port: env.API_PORT,
    certificate: readCertificate(env.TLS_CERT_FILE, env.TLS_KEY_FILE),
    preferenceCenterUrl: env.PREFERENCE_CENTER_URL,
    pagesSecret: files.PAGES_SECRET_FILE!,
    trustedProxies: env.TRUSTED_PROXIES ?? null,
    connectionLimits: { ...CONNECTION_LIMITS, ofOneClient: env.CONNECTIONS_PER_CLIENT },
    installation: {
      production: isPublic(env.PUBLIC_URL),
      // The worker signs; the api only tells whether it does.
      signedDomains: files.DKIM_KEYS_FILE?.map(({ domain }) => domain) ?? null,
      publicUrl: env.PUBLIC_URL,
      mailDomain: env.MAIL_DOMAIN,
      shortUrl: shortUrlOf(env.PUBLIC_URL, env.SHORT_LINK_HOST),
      shortCodes: env.SMS_SHORT_CODES,
      carriesSms: (sender) => smsIngresses.carries(sender),
    },
    smsIngresses,
    eventIngresses: files.MAIL_PROVIDERS_FILE ?? openEventIngresses([]),
    oidc: oidcOf(env),
    graphiql: env.GRAPHIQL === 'on',
    graphiqlOpening: env.GRAPHIQL_OPENING_FILE ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
  };
}

function readCertificate(cert: string | undefined, key: string | undefined): Certificate | null {
  if (cert === undefined || key === undefined) return null;
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch (cause) {
    throw new Error(`TLS_CERT_FILE, TLS_KEY_FILE: ${(cause as Error).message}`, { cause });
  }
}
