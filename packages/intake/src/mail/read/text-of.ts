import { isUtf8 } from 'node:buffer';

/** Fields are ASCII, UTF-8 (RFC 6532) or of whatever a mail server took for it. */
export function textOf(content: Buffer): string {
  return content.toString(isUtf8(content) ? 'utf8' : 'latin1');
}
