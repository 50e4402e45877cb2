import { recordComplaint } from '@adieu/db';
import { type ActedOnMail, type ActOnMail, type AddressOf, evidenceOf } from './act-on-mail.ts';
import { complainedOf } from './read/complained-of.ts';
import type { ComplaintReport } from './read/mail-read.ts';
import type { Voucher } from './vouch/vouch-for.ts';

/**
 * Somebody complained. Of what, an id of ours says in the headers of the mail that is enclosed, or the return path that it came to
 * (M-10). Where the way out itself is enclosed, it counts as that would; else who wrote the report is to be vouched for
 * (RFC 9477 asks for a signature of the domain in its From), or an admin decides.
 */
export async function actOnComplaint(
  mail: ActOnMail<AddressOf<'RETURN_PATH' | 'COMPLAINT'>>,
  report: ComplaintReport,
): Promise<ActedOnMail> {
  const { tx, to, ring, mailDomain, now } = mail;
  const named =
    complainedOf(ring, mailDomain, report.ids) ??
    (to.kind === 'RETURN_PATH' ? ({ messageId: to.messageId, by: 'ID' } as const) : null);
  if (named === null) return { refused: 'no-link' };
  const { messageId, by } = named;
  const isVouched = by === 'LINK' || BY_SIGNATURE.has(mail.voucher);
  const recorded = await recordComplaint(tx, {
    messageId,
    type: report.type,
    isVouched,
    evidence: evidenceOf(mail.mail),
    now,
  });
  if ('refused' in recorded) return recorded;
  if (recorded.outcome !== 'LEFT')
    return {
      outcome: 'NOTHING',
      why: [report.type],
      remark: 'NO_COMPLAINT',
      ofMessageId: messageId,
    };
  const { requestId, organisationId, state } = recorded.request;
  const outcome = state === 'PENDING' ? 'PAUSE' : 'OPT_OUT';
  const doubt = isVouched ? {} : { remark: 'REPORT_NOT_VOUCHED_FOR' as const };
  return { outcome, requestId, organisationId, ofMessageId: messageId, ...doubt };
}

/** What our own mail server found of it counts as well. The address that it came from is no signature. */
const BY_SIGNATURE: ReadonlySet<Voucher | null> = new Set(['DKIM', 'TRUSTED_MTA'] as const);
