import libqp from 'libqp';

const CRLF = '\r\n';
const LONGEST_LINE = 76;
/** What is kept: enough for the lines of a few campaigns, and none so long that it is likely a whole page. */
const KEPT = { lines: 2_000, length: 2_000 };

const lately = new Map<string, string>();

/**
 * A text as quoted-printable (RFC 2045 6.7). The mails of a campaign share all lines but those with a field in them, so
 * each line is encoded once and kept: to encode is else a quarter of the work of a mail.
 */
export function quotedPrintable(text: string): string {
  return text.split(/\r?\n/).map(encodedLine).join(CRLF);
}

function encodedLine(line: string): string {
  const known = lately.get(line);
  if (known !== undefined) return known;
  const encoded = libqp.wrap(libqp.encode(line), LONGEST_LINE);
  if (line.length <= KEPT.length) {
    if (lately.size >= KEPT.lines) lately.clear();
    lately.set(line, encoded);
  }
  return encoded;
}
