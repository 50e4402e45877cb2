/**
 * Whether a body is the wish of RFC 8058: `List-Unsubscribe=One-Click`, as form or as multipart. Its content type is not
 * asked for: clients and gateways leave it away or send `text/plain`, and the wish is as clear. Multipart is searched,
 * not parsed: the RFC's own example (8.3) has boundaries that no strict parser takes, and clients copied it.
 */
export function isOneClick(body: string): boolean {
  for (const [name, value] of new URLSearchParams(body.trim())) {
    if (
      name.trim().toLowerCase() === 'list-unsubscribe' &&
      value.trim().toLowerCase() === 'one-click'
    )
      return true;
  }
  return MULTIPART.test(body);
}

const MULTIPART =
  /^content-disposition:[^\r\n]*\bname="?list-unsubscribe"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n\s*one-click\s*$/im;
