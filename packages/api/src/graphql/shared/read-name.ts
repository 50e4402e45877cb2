import { LONGEST_NAME, readOwnName } from '@adieu/domain';
import { InvalidInput } from './problems.ts';

/** What a topic, book or account is called. */
export function readName(text: string): string | InvalidInput {
  const message = `A name has 1 to ${LONGEST_NAME} characters, in one line.`;
  return readOwnName(text) ?? new InvalidInput('name', message);
}
