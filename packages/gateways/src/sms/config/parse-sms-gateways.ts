import { statSync } from 'node:fs';
import type { z } from 'zod';
import { type GatewaySettings, gateways } from './gateway-schema.ts';

/** By others than its owner and its group. */
const OTHERS_MAY_READ = 0o004;

const WHAT = 'SMS gateways file';

/**
 * Reads the file that SMS_GATEWAYS_FILE names. Throws with all that is wrong and what to do, never with what the file holds:
 * it is full of secrets.
 */
export function parseSmsGateways(text: string, file: string): GatewaySettings[] {
  return parseSecretFile(gateways, WHAT, text, file);
}

/** The same of a text that stands in no file. */
export function readSmsGateways(text: string): GatewaySettings[] {
  return readSecrets(gateways, WHAT, text);
}

/** What a schema reads of a file in JSON that nobody else may read; an error calls it `what`. */
export function parseSecretFile<T>(
  schema: z.ZodType<T>,
  what: string,
  text: string,
  file: string,
): T {
  refuseOpenFile(file);
  return readSecrets(schema, what, text);
}

function readSecrets<T>(schema: z.ZodType<T>, what: string, text: string): T {
  const parsed = schema.safeParse(parseJson(text, what));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0
      ? message
      : `[${path.join('.').replace('.', '].')}${path.length === 1 ? ']' : ''} ${message}`,
  );
  throw new Error(`${what}: ${problems.join('; ')}`);
}

/** Throws where others on this machine may read the file. */
function refuseOpenFile(file: string): void {
  if (process.platform === 'win32') return;
  if ((statSync(file).mode & OTHERS_MAY_READ) !== 0)
    throw new Error(
      `everybody on this machine may read it, and it holds secrets: chmod 640 ${file}`,
    );
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the text.
    throw new Error(`${what}: not JSON`);
  }
}
