/** What the connection says (Node), and what PostgreSQL does: class 08, 57P0x while it stops or starts, 53300 for too many. */
const AWAY_CODES =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|08\w{3}|57P0[1-5]|53300)$/;
/** What pg says by words alone. */
const AWAY_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/;

/**
 * Whether a statement failed because the database could not be reached, and the same may well go through in a minute: its
 * sender is asked to come again, where a fault of ours would only fail anew.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  const { code, message, cause } = error as Error & { code?: unknown };
  if (typeof code === 'string' && AWAY_CODES.test(code)) return true;
  if (AWAY_WORDS.test(message)) return true;
  // Where a name has many addresses, each refused by itself.
  if (error instanceof AggregateError)
    return error.errors.some((each) => isDatabaseAway(each, depth + 1));
  return isDatabaseAway(cause, depth + 1);
}
