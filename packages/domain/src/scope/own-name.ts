export const LONGEST_NAME = 200;

/** What something is called, in one line; null where it is empty, too long or would break its line. */
export function readOwnName(text: string): string | null {
  const name = text.trim();
  return name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name) ? null : name;
}
