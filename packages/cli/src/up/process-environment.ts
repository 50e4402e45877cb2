import type { Environment } from '../environment.ts';
import type { Certificate } from './certificate.ts';
import type { Ports } from './ports.ts';

/** What is known once every outer part has its place. */
export interface Places {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  readonly smsGatewaysFile: string;
  readonly publicUrl: string;
  readonly keysFile: string;
  readonly pagesSecretFile: string;
  readonly certificate: Certificate;
  /** What GraphiQL opens with. */
  readonly graphiqlFile: string;
  readonly ports: Pick<Ports, 'api' | 'mailIn' | 'preferenceCenter'>;
  /** The data folder where commands would not find it by themselves; else null. */
  readonly otherData: string | null;
}

/** The environment of Adieu's processes: what was set, and beneath it what is started here. */
export function processEnvironment(given: Environment, places: Places): Record<string, string> {
  return {
    API_URL: `http://127.0.0.1:${places.ports.api}`,
    PREFERENCE_CENTER_URL: `http://127.0.0.1:${places.ports.preferenceCenter}`,
    TLS_CERT_FILE: places.certificate.certFile,
    TLS_KEY_FILE: places.certificate.keyFile,
    GRAPHIQL: 'on',
    // It holds the demo's key: not where others may come by.
    ...(given.PUBLIC_URL === undefined && { GRAPHIQL_OPENING_FILE: places.graphiqlFile }),
    ...given,
    ...saidBySetup(places),
    DATABASE_URL: places.databaseUrl,
    TEMPORAL_ADDRESS: places.temporalAddress,
    SMTP_URL: places.smtpUrl,
    SMS_GATEWAYS_FILE: places.smsGatewaysFile,
    PUBLIC_URL: places.publicUrl,
    KEYS_FILE: places.keysFile,
    PAGES_SECRET_FILE: places.pagesSecretFile,
    API_PORT: String(places.ports.api),
    MAIL_IN_PORT: String(places.ports.mailIn),
    PREFERENCE_CENTER_PORT: String(places.ports.preferenceCenter),
  };
}

/** By which the set-up page prints commands that work as they stand. */
function saidBySetup({ otherData, ports }: Places): Record<string, string> {
  if (otherData === null) return { RUN_BY: 'up' };
  return { RUN_BY: 'up', UP_DATA: otherData, UP_GRAPHQL: graphqlUrl(ports.api) };
}

/** Where programs of this machine ask. */
export const graphqlUrl = (port: number): string => `http://localhost:${port}/graphql`;
