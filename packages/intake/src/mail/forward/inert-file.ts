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
    return { ...file, content: Buffer.from(makeInert(content.toString(coding)), coding) };
  }
  // Outlook's own files are UTF-16. What is compressed is not looked into.
  const holds = ['latin1', 'utf16le'] as const;
  return holds.some((coding) => {
    const text = content.toString(coding);
    return makeInert(text) !== text;
  })
    ? null
    : file;
}
