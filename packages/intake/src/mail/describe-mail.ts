import { createHash } from 'node:crypto';
import type { MailEnvelope } from '@adieu/db';
import { keepHeaders } from '@adieu/domain';
import { type ParsedMail, simpleParser } from 'mailparser';

const LONGEST_HEADER = 64 * 1024;
const HEADER_ENDS = [Buffer.from('\r\n\r\n'), Buffer.from('\n\n')];

/** What is seen of a mail without reading what is in it. */
export interface DescribedMail {
  readonly subject: string;
  /** The first address of From, as it stands there. */
  readonly from: string | null;
  readonly date: Date | null;
  readonly evidence: MailEnvelope['evidence'];
  /** The same for a mail that comes again, also where other servers carried it. */
  readonly identity: string;
  /** Whether anything in it tells one time that it was sent from another: an id, or when. */
  readonly tellsTimes: boolean;
  /** Where its body begins. */
  readonly bodyAt: number;
}

/**
 * Header and hashes of a mail: nothing is known of its body but its hash. Cheap, bounded and never fails, whatever a stranger
 * sent.
 */
export async function describeMail(raw: Buffer): Promise<DescribedMail> {
  const { headerEnd, bodyAt } = findBody(raw);
  const header = raw.subarray(0, Math.min(headerEnd, LONGEST_HEADER));
  const parsed = await parseHeader(header);
  const userAgent = parsed?.headers.get('user-agent') ?? parsed?.headers.get('x-mailer');
  const from = parsed?.from?.value[0]?.address ?? null;
  const headers = keepHeaders({
    'user-agent': typeof userAgent === 'string' ? userAgent : null,
    date: isDate(parsed?.date) ? parsed.date.toUTCString() : null,
    'message-id': parsed?.messageId,
    'from-domain': from?.split('@').at(-1),
  });
  const body = createHash('sha256').update(raw.subarray(bodyAt)).digest();
  const whole = createHash('sha256').update(JSON.stringify(headers)).update(body).digest('hex');
  // Servers on the way add headers; its own id, whoever wrote it, and the body stay. Without an id nothing may differ.
  const identity = createHash('sha256')
    .update(parsed?.messageId ? `${parsed.messageId}\n${from}\n${parsed.subject}\n` : header)
    .update(body)
    .digest('base64url');
  return {
    subject: parsed?.subject ?? '',
    from,
    date: isDate(parsed?.date) ? parsed.date : null,
    evidence: { headers, sha256: whole },
    identity,
    tellsTimes: Boolean(parsed?.messageId) || parsed?.headers.has('date') === true,
    bodyAt,
  };
}

function findBody(raw: Buffer): { headerEnd: number; bodyAt: number } {
  const ends = HEADER_ENDS.map((end) => ({ at: raw.indexOf(end), length: end.length }));
  const found = ends.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0];
  if (found === undefined) return { headerEnd: raw.length, bodyAt: raw.length };
  return { headerEnd: found.at, bodyAt: found.at + found.length };
}

async function parseHeader(header: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(Buffer.concat([header, HEADER_ENDS[0]!]));
  } catch {
    // Whoever reads the mail finds out why; that it can be kept is all that matters here.
    return null;
  }
}

function isDate(date: Date | undefined): date is Date {
  return date !== undefined && !Number.isNaN(date.getTime());
}
