import { refuseName } from '@adieu/domain';
import { InvalidInput } from './problems.ts';

/** What a topic, book or account is called. */
export function readName(text: string): string | InvalidInput {
  const name = text.trim();
  const refused = refuseName(name);
  return refused === null ? name : new InvalidInput('name', refused);
}
