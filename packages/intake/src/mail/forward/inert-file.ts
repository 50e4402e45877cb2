import { isUtf8 } from 'node:buffer';
import type { OpenedFile } from '../read/opened-file.ts';
import type { MakeInert } from './make-inert.ts';

/** A file of an answer as it may be passed on; null where something of ours stands in it and can not be taken out. */
export function inertFile(file: OpenedFile, makeInert: MakeInert): OpenedFile | null {
  const content = Buffer.from(
    file.content.buffer,
    file.content.byteOffset,
    file.content.byteLength,
  );
  if (/^text\//i.test(file.type) || /\.(?:html?|txt|csv|ics|md)$/i.test(file.name)) {
    const coding = isUtf8(content) ? 'utf8' : 'latin1';
    const inert = Buffer.from(makeInert(content.toString(coding)), coding);
    return holdsOurs(inert, makeInert) ? null : { ...file, content: inert };
  }
  return holdsOurs(content, makeInert) ? null : file;
}

const CODED = /^content-transfer-encoding[\t ]*:[\t ]*base64/im;

/**
 * Outlook's own files are UTF-16, and so is what Windows and Excel call Unicode text. What is compressed is not looked into; what is
 * coded as mails are (a page in one file, the source of a mail) may hold anything.
 */
function holdsOurs(content: Buffer, makeInert: MakeInert): boolean {
  // In either order of bytes, and wherever in a file it begins.
  const texts = [
    content.toString('latin1'),
    content.toString('utf16le'),
    content.subarray(1).toString('utf16le'),
  ];
  return CODED.test(texts[0]!) || texts.some((text) => makeInert(text) !== text);
}
