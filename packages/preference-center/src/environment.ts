import { readFileSync } from 'node:fs';
import { LOCAL_PUBLIC_URL, readPagesSecret, readPublicUrl, settingStep } from '@adieu/domain';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

const Environment = z.object({
  PREFERENCE_CENTER_HOST: z.string().min(1).default('127.0.0.1'),
  PREFERENCE_CENTER_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 for any free one')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .default(4100),
  /** Becomes what the file holds. */
  PAGES_SECRET_FILE: z
    .string({ error: 'must name the file that the api and the pages share' })
    .transform((path, context) => {
      const read = readSecret(path);
      if ('secret' in read) return read.secret;
      context.addIssue(read.problem);
      return z.NEVER;
    }),
  API_URL: url.default('http://127.0.0.1:4000'),
  PUBLIC_URL: z.string().default(LOCAL_PUBLIC_URL).transform(settingStep(readPublicUrl)),
  RUN_BY: z.enum(['npm', 'compose', 'up']).default('npm'),
  /** Set by `adieu up` alone, where commands would not find it by themselves. */
  UP_DATA: z.string().optional(),
  UP_GRAPHQL: url.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});
export type Environment = z.output<typeof Environment>;

/** The one place that reads the environment. Names all that is wrong at once. */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
): { environment: Environment } | { problems: readonly string[] } {
  // An empty value is what a compose file writes for one that is not set.
  const given = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (parsed.success) return { environment: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  };
}

function readSecret(path: string): ReturnType<typeof readPagesSecret> {
  try {
    return readPagesSecret(readFileSync(path, 'utf8'));
  } catch (error) {
    return { problem: `can not be read (${(error as NodeJS.ErrnoException).code})` };
  }
}
