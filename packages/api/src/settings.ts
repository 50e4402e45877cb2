import { readFileSync } from 'node:fs';
import { type KeyRing, parseKeyRing } from '@adieu/keys';
import { z } from 'zod';

/** Variables that both processes of this package read. */
export const COMMON = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  KEYS_FILE: z.string({ error: 'must name the keys file' }).min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

/** A port to listen on; 0 = any that is free. */
export const port = z.coerce.number().int('must be a port').min(0).max(65_535, 'must be a port');

/**
 * The settings and the keys that KEYS_FILE holds. A variable set to nothing counts as not set. Throws one error that
 * names everything that is wrong, and no value.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  variables: NodeJS.ProcessEnv,
): z.output<z.ZodObject<Shape>> & { readonly ring: KeyRing } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const ring = readKeys(given['KEYS_FILE'], problems);
  if (!parsed.success || ring === null) {
    throw new Error(
      `The environment is not right:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return { ...parsed.data, ring };
}

function readKeys(file: string | undefined, problems: string[]): KeyRing | null {
  if (file === undefined) return null;
  try {
    return parseKeyRing(readFileSync(file, 'utf8'));
  } catch (error) {
    problems.push(`KEYS_FILE: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
