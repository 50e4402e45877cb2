import { type Attachment, simpleParser } from 'mailparser';
import { inertFile } from '../forward/inert-file.ts';
import { createMakeInert, type Ours } from '../forward/make-inert.ts';
import type { OpenedFile } from './opened-file.ts';

/** What a mail holds, as people may read it: its words, those of the mails in it, and its files; nothing in it opens anything of ours. */
export interface OpenedMail {
  readonly subject: string;
  readonly text: string;
  readonly files: readonly OpenedFile[];
  /** Names of files that were too much, or in which something of ours stands. */
  readonly leftOut: readonly string[];
}

const LONGEST_TEXT = 200_000;
const LONGEST_SUBJECT = 500;
const MOST_FILES = 20;
const MOST_BYTES = 10 * 1024 * 1024;
/** Mails in mails. */
const DEEPEST = 4;

/**
 * Opens a mail of a stranger: its HTML is given as text, a mail within it as the text of that, and what is ours is taken out. Runs apart
 * (`openMailApart`).
 */
export async function openMail(raw: Uint8Array, ours: Ours): Promise<OpenedMail> {
  const makeInert = createMakeInert(ours);
  // Who saves the page of a link has its file called so.
  const called = (file: Attachment): string => makeInert(nameOf(file));
  const opened: { files: OpenedFile[]; leftOut: string[]; bytes: number } = {
    files: [],
    leftOut: [],
    bytes: 0,
  };
  const take = async (
    mail: Uint8Array,
    depth: number,
  ): Promise<{ subject: string; text: string }> => {
    const parsed = await simpleParser(Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength), {
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      maxHeadSize: 256 * 1024,
      maxChildNodes: 500,
      maxHtmlLengthToParse: 512 * 1024,
    } as Parameters<typeof simpleParser>[1]);
    const texts = [parsed.text ?? ''];
    for (const file of parsed.attachments) {
      if (isMail(file)) texts.push(await within(file, depth));
      else keep(file);
    }
    return { subject: parsed.subject ?? '', text: texts.join('\n\n') };
  };
  const within = async (file: Attachment, depth: number): Promise<string> => {
    if (depth >= DEEPEST) {
      opened.leftOut.push(called(file));
      return '';
    }
    const { subject, text } = await take(file.content, depth + 1);
    return `-- ${subject || called(file)} --\n\n${text}`;
  };
  const keep = (file: Attachment): void => {
    opened.bytes += file.content.length;
    if (opened.bytes > MOST_BYTES || opened.files.length >= MOST_FILES) {
      opened.leftOut.push(called(file));
      return;
    }
    const { contentType, content } = file;
    const type = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(contentType)
      ? contentType
      : 'application/octet-stream';
    const inert = inertFile({ name: called(file), type, content }, makeInert);
    if (inert === null) opened.leftOut.push(called(file));
    else opened.files.push(inert);
  };
  const { subject, text } = await take(raw, 0);
  const { files, leftOut } = opened;
  return {
    subject: makeInert(subject.slice(0, LONGEST_SUBJECT)),
    text: makeInert(text.slice(0, LONGEST_TEXT).toWellFormed()),
    files,
    leftOut: leftOut.slice(0, MOST_FILES),
  };
}

/** As mail programs attach one; some by its file's name alone. */
function isMail({ contentType, filename }: Attachment): boolean {
  return /^message\/(?:rfc822|global)$/i.test(contentType) || /\.eml$/i.test(filename ?? '');
}

function nameOf({ filename, contentType }: Attachment): string {
  // eslint-disable-next-line no-control-regex -- what a stranger calls a file
  const name = (filename ?? '').replaceAll(/[\u0000-\u001f\u007f"\\/]+/g, '_').trim();
  return (name || contentType).slice(0, 120).toWellFormed();
}
