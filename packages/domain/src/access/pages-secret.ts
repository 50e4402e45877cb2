/** The header by which the pages and the api know each other; its value is the secret of PAGES_SECRET_FILE. */
export const PAGES_HEADER = 'x-adieu-pages';

/** What the file of PAGES_SECRET_FILE holds: one line of at least 32 letters, digits, `-` and `_`. */
export function readPagesSecret(
  text: string,
): { readonly secret: string } | { readonly problem: string } {
  const secret = text.trim();
  return /^[\w-]{32,200}$/.test(secret)
    ? { secret }
    : { problem: 'must hold one line of 32 or more letters, digits, - and _' };
}
