/** Shorter ones may be words. */
const SHORTEST = 60;

/**
 * A text of joined parts may come as base64, whose last character may be cut. One that is long, has no blank and decodes to
 * readable text is none that a person typed.
 */
export function decodeBase64Text(text: string): string {
  if (text.length < SHORTEST || text.length % 4 !== 0 || !/^[\w+/]+={0,2}$/.test(text)) return text;
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8').replace(/\uFFFD+$/, '');
  return /\uFFFD|(?![\t\n\r])\p{Cc}/u.test(decoded) ? text : decoded;
}
