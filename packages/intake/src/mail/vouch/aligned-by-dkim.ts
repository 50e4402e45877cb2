import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { domainOf, isAligned } from './is-aligned.ts';
import type { ResolveDns } from './resolve-dns.ts';
import type { MailToVouchFor } from './mail-to-vouch-for.ts';

/** Each may cost a look-up in DNS and a signature to check; mails of people have two or three. */
const MOST_SIGNATURES = 8;
const HEADER_BYTES = 256 * 1024;
const SIGNATURE = /^(?:dkim-signature|arc-seal)[\t ]*:/gim;

/** Whether a signature over all of it is of its From's domain (RFC 6376). */
export async function alignedByDkim(
  { head, isWhole, from }: MailToVouchFor,
  resolve: ResolveDns,
  now: Date,
): Promise<boolean> {
  if (!isWhole) return false;
  const header = head
    .subarray(0, HEADER_BYTES)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)[0]!;
  const signatures = header.match(SIGNATURE)?.length ?? 0;
  if (signatures === 0 || signatures > MOST_SIGNATURES) return false;
  const { results, fromFields, headerFrom } = await dkimVerify(head, {
    resolver: resolve,
    rejectRsaSha1: true,
    curTime: now,
  });
  // A signature says nothing of which of several is the writer.
  if (fromFields !== 1 || headerFrom.length !== 1 || headerFrom[0] !== from) return false;
  return results.some(
    ({ status, signingDomain }) =>
      status.result === 'pass' &&
      // What was written behind what is signed (l=) anybody may have written.
      !status.underSized &&
      signingDomain !== undefined &&
      isAligned(signingDomain, domainOf(from)),
  );
}
