import { simpleParser } from 'mailparser';
import type { Readable } from 'node:stream';

const LONGEST_HEADER = 64 * 1024;

/**
 * The decoded subject of a mail; reads the whole stream, and keeps its header alone: what a stranger put into the body
 * is neither needed nor parsed.
 */
export async function readSubject(mail: Readable): Promise<string> {
  let header = '';
  let ended = false;
  for await (const chunk of mail as AsyncIterable<Buffer>) {
    if (ended) continue;
    header += chunk.toString('latin1');
    ended = /\r?\n\r?\n/.test(header) || header.length > LONGEST_HEADER;
  }
  const [block = ''] = header.slice(0, LONGEST_HEADER).split(/\r?\n\r?\n/, 1);
  const { subject } = await simpleParser(Buffer.from(`${block}\r\n\r\n`, 'latin1'));
  return subject ?? '';
}
