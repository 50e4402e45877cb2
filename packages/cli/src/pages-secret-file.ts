import { randomBytes } from 'node:crypto';
import { makeOnce } from './files.ts';

/** Makes a file of 256 random bits, by which the api and the pages know each other; false where there is one already. */
export function makePagesSecret(path: string): Promise<boolean> {
  return makeOnce(path, `${randomBytes(32).toString('base64url')}\n`);
}
