import { InvalidInput } from './problems.ts';

const LONGEST_NAME = 200;

/** What a topic, book or account is called. */
export function readName(text: string): string | InvalidInput {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    return new InvalidInput('name', `A name has 1 to ${LONGEST_NAME} characters, in one line.`);
  return name;
}
