import { LABEL } from './host-label.ts';
import type { ReadSetting } from './setting-step.ts';

/** Where one tries it on one's own machine. */
export const LOCAL_PUBLIC_URL = 'https://localhost:4000';

const ORIGIN = new RegExp(
  `^https://(${LABEL}(?:\\.${LABEL})*|\\[[\\da-f:.]+\\])(?::(\\d{1,5}))?/?$`,
  'i',
);
const WITH_MORE = /^https:\/\/[^/?#@\s]+[/?#]/i;

const NO_ORIGIN =
  'an https:// origin such as https://leave.example.com, its host in ASCII (one-click unsubscribe must be https, RFC 8058)';
const MORE_THAN_ORIGIN =
  'an origin alone, such as https://leave.example.com, with nothing behind the host: links and pages begin at its root, so give them a host of their own';

/**
 * What links in mails begin with (`PUBLIC_URL`), in its normal form: `https://`, host and port, no slash at the end. Or what it
 * must be instead, as a noun. The one reading for all processes: a path that one of them takes and another drops makes every
 * link 404.
 */
export function readPublicUrl(text: string): ReadSetting {
  const [, host, port] = ORIGIN.exec(text.trim()) ?? [];
  if (host === undefined || Number(port ?? 443) > 65_535 || Number(port ?? 443) === 0)
    return { problem: WITH_MORE.test(text.trim()) ? MORE_THAN_ORIGIN : NO_ORIGIN };
  const isUsual = port === undefined || Number(port) === 443;
  return { value: `https://${host.toLowerCase()}${isUsual ? '' : `:${Number(port)}`}` };
}
