import parseHeader from 'mailauth/lib/parse-dkim-headers.js';
import { domainOf, isAligned } from './is-aligned.ts';
import type { MailToVouchFor } from './mail-to-vouch-for.ts';

const HEADER_BYTES = 256 * 1024;

/**
 * Whether a mail server of ours found its From to be right and wrote so (RFC 8601). Its word is the topmost under its name: it
 * writes above what was there before, and what bears its name below is somebody else's (M-6).
 */
export function alignedByTrusted({ head, from, trusted }: MailToVouchFor): boolean {
  if (trusted.length === 0) return false;
  const header = head
    .subarray(0, HEADER_BYTES)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)[0]!;
  for (const line of header.split(/\r?\n(?![\t ])/)) {
    if (!/^authentication-results[\t ]*:/i.test(line)) continue;
    const { parsed } = parseHeader(Buffer.from(line, 'latin1')) as { readonly parsed: Results };
    const by = parsed.value?.split(/\s/, 1)[0]?.toLowerCase();
    if (by === undefined || !trusted.includes(by)) continue;
    return saysAligned(parsed, domainOf(from));
  }
  return false;
}

interface Result {
  readonly value?: string;
  readonly header?: Readonly<Record<string, string | undefined>>;
  readonly smtp?: Readonly<Record<string, string | undefined>>;
}

interface Results {
  /** Who says it. */
  readonly value?: string;
  readonly dmarc?: Result | readonly Result[];
  readonly dkim?: Result | readonly Result[];
  readonly spf?: Result | readonly Result[];
}

function saysAligned(results: Results, domain: string): boolean {
  const passed = (found: Result | readonly Result[] | undefined): Result[] =>
    [found ?? []].flat().filter(({ value }) => value?.toLowerCase() === 'pass');
  const isOf = (said: string | undefined): boolean =>
    said !== undefined && isAligned(domainOf(said), domain);
  return (
    passed(results.dmarc).some(({ header }) => isOf(header?.['from'])) ||
    passed(results.dkim).some(({ header }) => isOf(header?.['d'] ?? header?.['i'])) ||
    passed(results.spf).some(({ smtp }) => isOf(smtp?.['mailfrom']))
  );
}
