import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { temporalProblem } from '@adieu/keys';
import { Failure } from './failure.ts';
import type { Variable } from './variable.ts';
import { VARIABLES, type VariableName } from './variables.ts';

/** Names as they were set and found good; a name that was not set, or set to nothing, is missing. */
export type Environment = Readonly<Partial<Record<VariableName, string>>>;

const TABLE: Readonly<Record<string, Variable>> = VARIABLES;

/** Reads the environment and, beneath it, a `.env` file. All that is wrong is one failure; values are not quoted. */
export function readEnvironment(env: NodeJS.ProcessEnv, dotenvFile?: string): Environment {
  const dotenv =
    dotenvFile !== undefined && existsSync(dotenvFile)
      ? parseEnv(readFileSync(dotenvFile, 'utf8'))
      : {};
  const wrong = Object.keys(dotenv)
    .filter((name) => !(name in TABLE))
    .map((name) => `${name} in .env: there is no such variable${suggestion(name)}`);
  const found: Record<string, string> = {};
  for (const [name, { schema }] of Object.entries(TABLE)) {
    const value = env[name] ?? dotenv[name];
    if (value === undefined || value === '') continue;
    const parsed = schema.safeParse(value);
    // As it was read, not as it was typed: all that use it then have the one form.
    if (parsed.success) found[name] = String(parsed.data);
    else
      wrong.push(
        `${name}: must be ${parsed.error.issues.map((issue) => reason(issue.message)).join(', ')}`,
      );
  }
  if ((found['TLS_CERT_FILE'] === undefined) !== (found['TLS_KEY_FILE'] === undefined)) {
    wrong.push('TLS_CERT_FILE and TLS_KEY_FILE: set both or neither');
  }
  if (found['DATABASE_OWNER_URL'] !== undefined && found['DATABASE_URL'] === undefined) {
    wrong.push(
      'DATABASE_OWNER_URL: set DATABASE_URL too, with the role that the processes connect as',
    );
  }
  const temporal = temporalProblem(found);
  if (temporal !== null) wrong.push(temporal);
  for (const name of [
    'TLS_CERT_FILE',
    'TLS_KEY_FILE',
    'KEYS_FILE',
    'DKIM_KEYS_FILE',
    'SMS_GATEWAYS_FILE',
    'MAIL_PROVIDERS_FILE',
    'IMAP_MAILBOXES_FILE',
    'PAGES_SECRET_FILE',
    'TEMPORAL_CLI',
    'TEMPORAL_TLS_CA_FILE',
    'TEMPORAL_TLS_CERT_FILE',
    'TEMPORAL_TLS_KEY_FILE',
  ]) {
    const file = found[name];
    if (file?.includes('/') && !existsSync(file)) wrong.push(`${name}: there is no file ${file}`);
  }
  if (wrong.length > 0)
    throw new Failure(
      `the environment needs mending:\n${wrong.map((line) => `  ${line}`).join('\n')}`,
    );
  return found;
}

function reason(message: string): string {
  return message.replace(/^Invalid option: expected |^must be /, '');
}

/** Most unknown names are a known one misspelt. */
function suggestion(name: string): string {
  const like = Object.keys(TABLE).find(
    (known) => known.replaceAll('_', '') === name.toUpperCase().replaceAll(/[^A-Z]/g, ''),
  );
  return like === undefined ? '; .env.example lists them all' : `; did you mean ${like}?`;
}
