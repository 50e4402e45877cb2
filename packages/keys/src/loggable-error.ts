/**
 * What of an error may stand in a log (a pino serializer): nothing that can hold a value. PostgreSQL's `detail` and `where`
 * quote rows, and rows hold addresses (O-13).
 */
export function loggableError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, code } = error as Error & { code?: unknown };
  return { type: name, message, stack, ...(typeof code === 'string' && { code }) };
}
