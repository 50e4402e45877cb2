import { type AdieuError, isAdieuError } from '../errors.ts';
import { faultText } from './fault-text.ts';

/**
 * Runs a script to its end. What whoever runs it can mend is printed without a stack, with its code and what to do, and the
 * exit code is 1; a fault of Adieu’s own is thrown on.
 */
export async function plainly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const text = isAdieuError(error) ? withCode(error) : error instanceof Error && faultText(error);
    if (text === false || text === null) throw error;
    console.error(`adieu: ${text}`);
    process.exitCode = 1;
  }
}

/** Behind the first line: findings follow on lines of their own. */
function withCode({ code, message }: AdieuError): string {
  return message.replace(/$/m, ` (${code})`);
}
