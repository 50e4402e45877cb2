import { normaliseEmail } from '@adieu/keys';
import { InvalidInput } from './problems.ts';

const LONGEST_NAME = 200;
// A display name and an address, or an address alone. No quotes, brackets, commas or control characters: it becomes a header.
const SENDER = /^(?:([^<>",;:\\\p{Cc}]{1,100}?)\s+<([^<>\s]+)>|([^<>\s]+))$/u;

/** What a topic, book or account is called. */
export function readName(text: string): string | InvalidInput {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    return new InvalidInput('name', `A name has 1 to ${LONGEST_NAME} characters, in one line.`);
  return name;
}

/** The From of an account's mail. */
export function readSender(text: string): string | InvalidInput {
  const [, name, inBrackets, bare] = SENDER.exec(text.trim()) ?? [];
  const address = normaliseEmail(inBrackets ?? bare ?? '');
  if (address === null)
    return new InvalidInput('senderAddress', 'Give an address, as in News <news@example.test>.');
  return name === undefined ? address : `${name.trim()} <${address}>`;
}
