export {
  createResolveTxt,
  type ChallengeFound,
  lookForChallenge,
  type ResolveTxt,
} from './dns/look-for-challenge.ts';
export { explainLeaving } from './lists/leaving/explain-leaving.ts';
export { type LeavingColumn, LeavingTally } from './lists/leaving/leaving-tally.ts';
export { type ConsentRow, readConsents } from './lists/judge/read-consents.ts';
export { readContacts } from './lists/judge/read-contacts.ts';
export { Duplicates } from './lists/judge/duplicates.ts';
export { type MappedColumns, mapColumns, type SaidColumn } from './lists/judge/map-columns.ts';
export { judgeListRow } from './lists/judge/judge-list-row.ts';
export {
  type ColumnMapping,
  defaultMapping,
  fieldName,
  type ListMapping,
  mapsAddresses,
} from './lists/judge/list-mapping.ts';
export type {
  AcceptedContact,
  AcceptedOptOut,
  JudgeBy,
  JudgedRow,
  ListedConsent,
  RejectedListRow,
} from './lists/judge/list-row.ts';
export { LIST_LIMITS } from './lists/limits.ts';
export { fileAt, fileOfBytes, fileOfText, type ListFile } from './lists/list-file.ts';
export { type ListRefused, NoList, refuseList } from './lists/list-refused.ts';
export type { ListColumn, ListOverrule, ListRecord, ListShape } from './lists/list-shape.ts';
export { csvLine } from './lists/out/csv-line.ts';
export {
  type CellOut,
  LIST_OUT_FORMATS,
  LIST_OUT_TYPES,
  type ListOut,
  type ListOutFormat,
  type RowOut,
  writeList,
} from './lists/out/write-list.ts';
export { lookAtList } from './lists/look/look-at-list.ts';
export { type ReadAs, readList } from './lists/read/read-list.ts';
export { readDueSms } from './sms/read-due-sms.ts';
export type { SmsInDeps } from './sms/sms-in-deps.ts';
export { takeSms } from './sms/take-sms.ts';
export { prepareForward } from './mail/forward/prepare-forward.ts';
export type { OpenedMail } from './mail/read/open-mail.ts';
export { keepReadingMail, type MailReader } from './mail/keep-reading-mail.ts';
export type { MailInDeps } from './mail/mail-in-deps.ts';
export { keepReadingMailbox } from './mail/imap/keep-reading-mailbox.ts';
export { readDueMail } from './mail/read-due-mail.ts';
export { keepLimitCounts } from './mail/smtp/keep-limits.ts';
export { createMailIn, renewCertificate } from './mail/smtp/create-mail-in.ts';
export {
  type MailCertificate,
  SMTP_DEFAULTS,
  type SmtpSettings,
} from './mail/smtp/smtp-settings.ts';
export { type ImapMailbox, parseImapMailboxes } from '@adieu/gateways';
export { confirmSubscription } from './events/confirm-subscription.ts';
export type { EventIngress, EventReply, EventRequest } from './events/event-ingress.ts';
export type { EventCounter, EventsDeps } from './events/events-deps.ts';
export {
  type EventIngresses,
  openEventIngresses,
  parseEventIngresses,
} from './events/open-event-ingresses.ts';
export { takeEvents } from './events/take-events.ts';
export {
  openSmsIngresses,
  parseSmsIngresses,
  type SmsIngresses,
} from './sms/open-sms-ingresses.ts';
export type {
  SmsDeactivated,
  SmsEvent,
  SmsHead,
  SmsIngress,
  SmsOptedOut,
  SmsOutcome,
  SmsReading,
  SmsReceived,
  SmsReply,
  SmsRequest,
  SmsStatus,
} from './sms/sms-ingress.ts';
export { understandAnswer } from './mail/answers/understand-answer.ts';
export { chooseWayOut, type MailedWayOut, wayOutsOf } from './mail/read/list-unsubscribe.ts';
export type { MailRead } from './mail/read/mail-read.ts';
export { readMailApart } from './mail/read/read-mail-apart.ts';
export { readWholeMail } from './mail/read/read-whole-mail.ts';
export { type Understood, understandWords, type WordContext } from './words/understand-words.ts';
