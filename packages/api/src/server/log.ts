import { type Logger, pino } from 'pino';

/**
 * JSON lines to standard output. Of an error only what cannot hold a value: PostgreSQL's `detail` and `where` quote
 * rows, and rows hold addresses (O-13).
 */
export function createLog(name: string, level: string): Logger {
  return pino({ name, level, serializers: { err: harmless } });
}

function harmless(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, code } = error as Error & { code?: unknown };
  return { type: name, message, stack, ...(typeof code === 'string' && { code }) };
}
