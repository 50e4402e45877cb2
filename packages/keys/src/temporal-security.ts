import { readFileSync } from 'node:fs';

/** The variables that say how Temporal is spoken to, and by which key. */
const NAMES = [
  'TEMPORAL_TLS',
  'TEMPORAL_TLS_CA_FILE',
  'TEMPORAL_TLS_CERT_FILE',
  'TEMPORAL_TLS_KEY_FILE',
  'TEMPORAL_TLS_SERVER_NAME',
  'TEMPORAL_API_KEY',
] as const;
export type TemporalVariables = Readonly<
  Partial<Record<(typeof NAMES)[number], string | undefined>>
>;

/** As both of Temporal's clients, for Node's HTTP/2 and for the worker's core, take it. */
export interface TemporalSecurity {
  readonly tls?: {
    readonly serverRootCACertificate?: Buffer;
    readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
    readonly serverNameOverride?: string;
  };
  readonly apiKey?: string;
}

/** What is wrong with them together; null where nothing is. */
export function temporalProblem(given: TemporalVariables): string | null {
  if (!given.TEMPORAL_TLS_CERT_FILE !== !given.TEMPORAL_TLS_KEY_FILE)
    return 'TEMPORAL_TLS_CERT_FILE and TEMPORAL_TLS_KEY_FILE: set both or neither';
  const needing = NAMES.find((name) => name !== 'TEMPORAL_TLS' && given[name]);
  return given.TEMPORAL_TLS === 'off' && needing !== undefined
    ? `TEMPORAL_TLS: must not be off where ${needing} is set, which would go over the wire in clear or be left out`
    : null;
}

/** TLS as asked for, or where anything else of it is set: a key never goes out in clear. Throws, naming the file, where one can not be read. */
export function temporalSecurity(given: TemporalVariables): TemporalSecurity {
  const { TEMPORAL_TLS_SERVER_NAME: serverNameOverride, TEMPORAL_API_KEY: apiKey } = given;
  const ca = readNamed(given, 'TEMPORAL_TLS_CA_FILE');
  const crt = readNamed(given, 'TEMPORAL_TLS_CERT_FILE');
  const key = readNamed(given, 'TEMPORAL_TLS_KEY_FILE');
  const isTls = given.TEMPORAL_TLS === 'on' || ca || crt || serverNameOverride || apiKey;
  if (!isTls) return {};
  return {
    tls: {
      ...(ca && { serverRootCACertificate: ca }),
      ...(crt && key && { clientCertPair: { crt, key } }),
      ...(serverNameOverride && { serverNameOverride }),
    },
    ...(apiKey && { apiKey }),
  };
}

function readNamed(
  given: TemporalVariables,
  name: 'TEMPORAL_TLS_CA_FILE' | 'TEMPORAL_TLS_CERT_FILE' | 'TEMPORAL_TLS_KEY_FILE',
): Buffer | null {
  const file = given[name];
  if (!file) return null;
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`${name}: ${(cause as Error).message}`, { cause });
  }
}
