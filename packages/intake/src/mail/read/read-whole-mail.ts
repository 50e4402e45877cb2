import { cutReply } from '../answers/cut-reply.ts';
import { automaticMark } from './automatic-mark.ts';
import { readComplaint } from './read-complaint.ts';
import { readDelivery } from './read-delivery.ts';
import { valueOf } from './fields.ts';
import type { MailRead } from './mail-read.ts';
import { answersOf, idsOf } from './message-ids.ts';
import { parseParts } from './parse-parts.ts';

const LONGEST_SUBJECT = 500;

/** Reads a mail whole. What strangers wrote is read in a process of its own (`readMailApart`). */
export async function readWholeMail(raw: Uint8Array): Promise<MailRead> {
  const mail = await parseParts(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const report = readComplaint(mail) ?? (await readDelivery(mail));
  const own = cutReply(mail);
  return {
    messageId: idsOf(valueOf(mail.header, 'message-id') ?? '')[0] ?? null,
    answers: answersOf(mail.header),
    from: mail.from,
    subject: mail.subject.slice(0, LONGEST_SUBJECT),
    automatic: automaticMark(mail.header),
    report,
    own: own === null || own.text === '' ? null : own,
    unreadable: mail.unreadable ?? (own === null ? 'its HTML is too deep' : null),
  };
}
