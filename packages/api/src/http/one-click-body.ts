/**
 * Whether a body is the wish of RFC 8058: `List-Unsubscribe=One-Click`, as form or as multipart. Multipart is searched,
 * not parsed: the RFC's own example (8.3) has boundaries that no strict parser takes, and clients copied it.
 */
export function isOneClick(contentType: string, body: string): boolean {
  if (/^multipart\/form-data\b/i.test(contentType)) return MULTIPART.test(body);
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return false;
  for (const [name, value] of new URLSearchParams(body.trim())) {
    if (name.toLowerCase() === 'list-unsubscribe' && value.toLowerCase() === 'one-click')
      return true;
  }
  return false;
}

const MULTIPART =
  /^content-disposition:[^\r\n]*\bname="?list-unsubscribe"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n\s*one-click\s*$/im;
