import { statSync } from 'node:fs';
import { type GatewaySettings, gateways } from './gateway-schema.ts';

/** By others than its owner and its group. */
const OTHERS_MAY_READ = 0o004;

/**
 * Reads the file that SMS_GATEWAYS_FILE names. Throws with all that is wrong and what to do, never with what the file holds:
 * it is full of secrets.
 */
export function parseSmsGateways(text: string, file: string): GatewaySettings[] {
  refuseOpenFile(file);
  return readSmsGateways(text);
}

/** The same of a text that stands in no file. */
export function readSmsGateways(text: string): GatewaySettings[] {
  const parsed = gateways.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0
      ? message
      : `[${path.join('.').replace('.', '].')}${path.length === 1 ? ']' : ''} ${message}`,
  );
  throw new Error(`SMS gateways file: ${problems.join('; ')}`);
}

/** Throws where others on this machine may read the file. */
function refuseOpenFile(file: string): void {
  if (process.platform === 'win32') return;
  if ((statSync(file).mode & OTHERS_MAY_READ) !== 0)
    throw new Error(
      `everybody on this machine may read it, and it holds secrets: chmod 640 ${file}`,
    );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the text.
    throw new Error('SMS gateways file: not JSON');
  }
}
