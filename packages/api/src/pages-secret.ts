import { readPagesSecret } from '@adieu/domain';

/** The secret that a file's text holds. Throws what is wrong with it. */
export function parsePagesSecret(text: string): string {
  const read = readPagesSecret(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.secret;
}
