import { createHash } from 'node:crypto';
import type { Evidence } from '@adieu/db';
import { keepHeaders } from '@adieu/domain';
import { simpleParser } from 'mailparser';
import type { Readable } from 'node:stream';

const LONGEST_HEADER = 64 * 1024;
const LONGEST_BODY = 1024 * 1024;
const HEADER_END = /\r?\n\r?\n/;

export interface ReadMail {
  readonly subject: string;
  /** Kept headers and a hash of these and the body. */
  readonly evidence: Pick<Evidence, 'headers' | 'sha256'>;
  /** Null where it was not asked for. */
  readonly body: string | null;
}

/**
 * Subject and evidence of a mail; reads the whole stream, and parses its header alone: what a stranger put into the body
 * is kept by nobody, only hashed, and given where it is needed (`withBody`).
 */
export async function readMail(mail: Readable, withBody = false): Promise<ReadMail> {
  const body = createHash('sha256');
  let header = '';
  let text = '';
  let ended = false;
  for await (const chunk of mail as AsyncIterable<Buffer>) {
    if (ended) {
      body.update(chunk);
      if (withBody && text.length < LONGEST_BODY) text += chunk.toString('latin1');
      continue;
    }
    header += chunk.toString('latin1');
    const end = HEADER_END.exec(header);
    ended = end !== null || header.length > LONGEST_HEADER;
    if (end !== null) {
      text = header.slice(end.index + end[0].length);
      body.update(Buffer.from(text, 'latin1'));
    }
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
  return {
    subject: parsed.subject ?? '',
    evidence: { headers, sha256: sha256.digest('hex') },
    body: withBody ? text : null,
  };
}
