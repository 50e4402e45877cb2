import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: the entries of the other packages, the default data folder and `.env` are found from here. */
const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** A file of the checkout. */
export function inRepository(...parts: string[]): string {
  return join(REPOSITORY, ...parts);
}
