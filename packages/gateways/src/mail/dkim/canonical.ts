/** One header field as it stands in the mail, without its last line break. */
export interface RawHeader {
  /** Lower case. */
  readonly name: string;
  readonly raw: string;
}

/** Takes a mail apart; strings are of bytes (latin1), so that offsets and hashes are those of the wire. */
export function splitMail(mail: Buffer): { headers: RawHeader[]; body: string } {
  const whole = mail.toString('latin1');
  const end = whole.indexOf('\r\n\r\n');
  const [head, body] = end < 0 ? [whole, ''] : [whole.slice(0, end), whole.slice(end + 4)];
  const headers = head.split(/\r\n(?![ \t])/).map((raw) => ({
    name: raw
      .slice(0, Math.max(0, raw.indexOf(':')))
      .trim()
      .toLowerCase(),
    raw,
  }));
  return { headers, body };
}

/** A header field in relaxed form (RFC 6376 3.4.2), without a line break at its end. */
export function relaxedHeader({ name, raw }: RawHeader): string {
  const value = raw
    .slice(raw.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${name}:${value.trim()}`;
}

/** A body in relaxed form (RFC 6376 3.4.4). */
export function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n');
  let end = lines.length;
  if (lines.endsWith(' ')) end -= 1;
  while (end >= 2 && lines.startsWith('\r\n', end - 2)) end -= 2;
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`;
}
