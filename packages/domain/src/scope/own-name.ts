import { refuseName } from '../members/person-name.ts';

/** What something is called, in one line of plain text; null where it can not be. */
export function readOwnName(text: string): string | null {
  const name = text.trim();
  return refuseName(name) === null ? name : null;
}
