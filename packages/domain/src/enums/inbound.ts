/**
 * Where a message that came in stands. `JOINED`: a part of a longer text, read with its first. `PARKED`: it waits for a
 * member. `DISMISSED`: a member let it go.
 */
export const INBOUND_STATES = ['RECEIVED', 'UNDERSTOOD', 'PARKED', 'JOINED', 'DISMISSED'] as const;
export type InboundState = (typeof INBOUND_STATES)[number];

/**
 * What one that was understood became. `BLOCK`: the number stands on the block list of a short code, and nothing else.
 * `FORWARDED`: an answer that asks for nothing we do went to who reads the account's mail. `RETURNED`: a mail of ours came back.
 */
export const INBOUND_OUTCOMES = [
  'OPT_OUT',
  'PAUSE',
  'BLOCK',
  'DOUBLE_OPT_IN',
  'CONFIRMATION',
  'ANSWER',
  'FORWARDED',
  'RETURNED',
  'NOTHING',
] as const;
export type InboundOutcome = (typeof INBOUND_OUTCOMES)[number];

/**
 * Why one waits for a member. `UNREADABLE`: what its gateway sent is not what it promised, or a mail can not be taken apart.
 * `TOO_LONG`, `TOO_LARGE`: reading it took more time or memory than one may. `NO_SENDER`: it came to a number that nobody here
 * sends from, or names no mail of ours. `FAULT`: reading it failed each time.
 */
export const PARKED_BECAUSE = [
  'UNREADABLE',
  'TOO_LONG',
  'TOO_LARGE',
  'NO_SENDER',
  'FAULT',
] as const;
export type ParkedBecause = (typeof PARKED_BECAUSE)[number];

/**
 * Limits that are met where mails come in: connections of one client at once, mails or bytes of one in a minute, addresses that are none in one
 * connection, mails to an address that everybody knows that name nothing of ours, and of mails to one recipient answers that nobody can read.
 */
export const MAIL_LIMITS = ['CONNECTIONS', 'MAILS', 'ADDRESSES', 'STRAYS', 'UNREADABLE'] as const;
export type MailLimit = (typeof MAIL_LIMITS)[number];

/**
 * Why a wish of somebody who answered, or of whom a report tells, waits for a decision. `OTHER_ADDRESS`: it came from another address than
 * the mail went to. `NOT_VOUCHED_FOR`, `REPORT_NOT_VOUCHED_FOR`: nothing says that they wrote it who it says.
 */
export const WISH_DOUBTS = ['OTHER_ADDRESS', 'NOT_VOUCHED_FOR', 'REPORT_NOT_VOUCHED_FOR'] as const;
export type WishDoubt = (typeof WISH_DOUBTS)[number];

/** What says that no person wrote a mail: one of its headers, or that it came from nobody, or from an address of ours. */
export const MACHINE_MARKS = [
  'REPORT',
  'AUTO_SUBMITTED',
  'NULL_RETURN_PATH',
  'LIST',
  'PRECEDENCE',
  'RESPONSE_SUPPRESSED',
  'RESPONDER',
  'FROM_ADIEU',
] as const;
export type MachineMark = (typeof MACHINE_MARKS)[number];

/**
 * Why a mail became what it became, beside its words. `OWN_WORDS`: it asks in free words, so somebody decides. `KEPT`: it asks for nothing
 * that we do, and no mailbox is named where such goes; `READ_THERE`: people read it where it came; `SHARE_IS_USED`: its writer had
 * their share of a day. `NOT_TO_BE_LEFT`: it asks to leave what nobody leaves so. `NO_FAILURE`: it tells of a mail that did not fail.
 * `NO_COMPLAINT`: a report of a kind that asks for nothing. `ASKED_ALREADY`: their double opt-in waits, or nothing was left.
 */
export const INBOUND_REMARKS = [
  ...WISH_DOUBTS,
  ...MACHINE_MARKS,
  'OWN_WORDS',
  'KEPT',
  'READ_THERE',
  'SHARE_IS_USED',
  'NOT_TO_BE_LEFT',
  'NO_FAILURE',
  'NO_COMPLAINT',
  'ASKED_ALREADY',
] as const;
export type InboundRemark = (typeof INBOUND_REMARKS)[number];

/** Why a mailbox can not be read: its server is away, or not who it says; it refuses the login; it has no such folder; a fault of ours. */
export const MAILBOX_PROBLEMS = ['CONNECTION', 'LOGIN', 'FOLDER', 'FAULT'] as const;
export type MailboxProblem = (typeof MAILBOX_PROBLEMS)[number];
