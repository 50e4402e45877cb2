import { createHash } from 'node:crypto';
import type { Evidence } from '@adieu/db';
import { keepHeaders } from '@adieu/domain';
import { simpleParser } from 'mailparser';
import type { Readable } from 'node:stream';

const LONGEST_HEADER = 64 * 1024;
const HEADER_END = /\r?\n\r?\n/;

export interface ReadMail {
  readonly subject: string;
  /** Kept headers and a hash of these and the body. */
  readonly evidence: Pick<Evidence, 'headers' | 'sha256'>;
}

/**
 * Subject and evidence of a mail; reads the whole stream, and parses its header alone: what a stranger put into the body
 * is neither needed nor kept, only hashed.
 */
export async function readMail(mail: Readable): Promise<ReadMail> {
  const body = createHash('sha256');
  let header = '';
  let ended = false;
  for await (const chunk of mail as AsyncIterable<Buffer>) {
    if (ended) {
      body.update(chunk);
      continue;
    }
    header += chunk.toString('latin1');
    const end = HEADER_END.exec(header);
    ended = end !== null || header.length > LONGEST_HEADER;
    if (end !== null) body.update(Buffer.from(header.slice(end.index + end[0].length), 'latin1'));
  }
  const [block = ''] = header.slice(0, LONGEST_HEADER).split(HEADER_END, 1);
  const parsed = await simpleParser(Buffer.from(`${block}\r\n\r\n`, 'latin1'));
  const userAgent = parsed.headers.get('user-agent') ?? parsed.headers.get('x-mailer');
  const headers = keepHeaders({
    'user-agent': typeof userAgent === 'string' ? userAgent : null,
    date: parsed.date?.toUTCString(),
    'message-id': parsed.messageId,
    'from-domain': parsed.from?.value[0]?.address?.split('@').at(-1),
  });
  const sha256 = createHash('sha256').update(JSON.stringify(headers)).update(body.digest());
  return { subject: parsed.subject ?? '', evidence: { headers, sha256: sha256.digest('hex') } };
}
