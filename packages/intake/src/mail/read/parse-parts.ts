import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { MailParser } from 'mailparser';
import { type Field, readHeader, valueOf } from './fields.ts';
import { textOf } from './text-of.ts';
import { createWordsParser } from './words-parser.ts';

/** A part that is no text to read: what a report says, what it encloses. */
export interface Part {
  readonly type: string;
  readonly content: Buffer;
}

/** A mail in its parts, decoded. */
export interface Parts {
  readonly header: readonly Field[];
  readonly type: string;
  readonly subject: string;
  readonly from: string | null;
  readonly messageId: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** What stands after the header of a mail that says it has parts, and has none. */
  readonly bare: string | null;
  readonly parts: readonly Part[];
  /** Why its words can not be read. */
  readonly unreadable: string | null;
}

/** What is kept of a part; the rest is passed over. */
const MOST_OF_PART = 256 * 1024;
const MOST_PARTS = 20;
const MOST_HEADER = 256 * 1024;
const MOST_HTML = 512 * 1024;
const MOST_NODES = 500;
/** Mail programs nest three or four. */
const DEEPEST = 20;

const KEPT = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/global-disposition-notification',
  'message/feedback-report',
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'text/rfc822-header',
  'message/rfc822-headers',
  'message/global-headers',
]);

/** Takes a mail apart. Whatever stands in it: what can not be read is said, and thrown is nothing that a mail can cause. */
export async function parseParts(raw: Buffer): Promise<Parts> {
  const header = readHeader(raw.subarray(0, MOST_HEADER).toString('latin1'));
  const parser = createWordsParser({
    // Of its own, where it would be folded into the words.
    keepDeliveryStatus: true,
    // What a mail encloses is not what its writer says.
    ignoreEmbedded: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxHeadSize: MOST_HEADER,
    maxChildNodes: MOST_NODES,
    maxHtmlLengthToParse: MOST_HTML,
  });
  const parts: Part[] = [];
  let words: Words = { text: null, html: null, unreadable: null };
  parser.on('data', (data) => {
    if (data.type === 'text') {
      const { text, html, textConversionError } = data;
      words = {
        text: text ?? null,
        html: html ?? null,
        unreadable: textConversionError === undefined ? null : 'its HTML is too long or too deep',
      };
      return;
    }
    const { contentType, content, release } = data;
    const keep = async (): Promise<void> => {
      const kept = await take(content, KEPT.has(contentType) && parts.length < MOST_PARTS);
      if (kept !== null) parts.push({ type: contentType, content: kept });
      release?.();
    };
    void keep();
  });
  const ended = once(parser, 'end');
  parser.end(raw);
  try {
    await ended;
  } catch (error) {
    return { ...NOTHING, header, unreadable: whyNot(error) };
  }
  const depth = depthOf((parser as unknown as { readonly tree: Node | false }).tree);
  return {
    header,
    type: typeOf(parser.headers),
    subject: subjectOf(parser.subject ?? '', header),
    from: parser.from?.value[0]?.address || null,
    messageId: parser.messageId ?? null,
    ...words,
    bare: words.text === null && words.html === null && parts.length === 0 ? bodyOf(raw) : null,
    unreadable: depth > DEEPEST ? `its parts are nested deeper than ${DEEPEST}` : words.unreadable,
    parts,
  };
}

type Words = Pick<Parts, 'text' | 'html' | 'unreadable'>;

const NOTHING: Omit<Parts, 'header'> = {
  type: '',
  subject: '',
  from: null,
  messageId: null,
  text: null,
  html: null,
  bare: null,
  parts: [],
  unreadable: null,
};

async function take(content: Readable, isKept: boolean): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (!isKept || length >= MOST_OF_PART) continue;
    chunks.push(chunk);
    length += chunk.length;
  }
  return isKept ? Buffer.concat(chunks).subarray(0, MOST_OF_PART) : null;
}

/** Bytes of no coding in a header are no UTF-8 either where the parser found a broken one. */
function subjectOf(subject: string, header: readonly Field[]): string {
  return subject.includes('\u{FFFD}') ? (valueOf(header, 'subject') ?? subject) : subject;
}

const MOST_BARE = 16 * 1024;

function bodyOf(raw: Buffer): string | null {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const end = Math.min(...[crlf, lf].filter((at) => at >= 0));
  return Number.isFinite(end) ? textOf(raw.subarray(end, end + MOST_BARE)).trim() || null : null;
}

function typeOf(headers: MailParser['headers']): string {
  const type = headers === false ? undefined : headers.get('content-type');
  return typeof type === 'object' && 'value' in type && typeof type.value === 'string'
    ? type.value.toLowerCase()
    : '';
}

/** Of the parser's own tree: nothing else of it says how parts are nested. */
interface Node {
  readonly children: readonly Node[];
}

function depthOf(tree: Node | false): number {
  let depth = 0;
  let level: readonly Node[] = tree === false ? [] : [tree];
  for (; level.length > 0; level = level.flatMap(({ children }) => children)) depth += 1;
  return depth;
}

/** The parser's own words name its options, and nothing of the mail. */
function whyNot(error: unknown): string {
  const code = (error as { readonly code?: string }).code;
  if (code === 'EMAXLEN') return 'it has too many or too large headers, or too many parts';
  return 'it is no mail that can be taken apart';
}
