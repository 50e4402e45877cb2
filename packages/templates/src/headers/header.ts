export interface Header {
  readonly name: string;
  readonly value: string;
}

const NAME = /^[A-Za-z0-9-]+$/;
// Ours to set; one from a caller would contradict or forge them (H-10; RFC 2369 5, RFC 2919 8).
const OURS =
  /^(?:list-|cfbl-|feedback-id$|auto-submitted$|precedence$|arc-|authentication-results$|resent-|dkim-|return-path$|received$|sender$|from$|reply-to$|to$|bcc$|cc$|message-id$|date$|mime-version$|content-)/i;

/** Throws where a name or value would break out of its line (H-10). Gives the headers back. */
export function refuseInjection(headers: Header[]): Header[] {
  for (const { name, value } of headers) {
    // eslint-disable-next-line no-control-regex -- control characters are the very thing refused
    if (!NAME.test(name) || /[\u0000-\u001f\u007f]/.test(value)) {
      throw new Error(
        `the header ${JSON.stringify(name.slice(0, 40))} holds a line break or control character`,
      );
    }
  }
  return headers;
}

/** A caller's own headers without those that are ours to set (H-10). */
export function withoutOurs(headers: readonly Header[]): Header[] {
  return refuseInjection(headers.filter(({ name }) => !OURS.test(name)));
}
