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

/** Why a mailbox can not be read: its server is away, or not who it says; it refuses the login; it has no such folder; a fault of ours. */
export const MAILBOX_PROBLEMS = ['CONNECTION', 'LOGIN', 'FOLDER', 'FAULT'] as const;
export type MailboxProblem = (typeof MAILBOX_PROBLEMS)[number];
