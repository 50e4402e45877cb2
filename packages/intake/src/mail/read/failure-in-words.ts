import { FAILURE_WORDS } from './failure-words.ts';
import { valueOf } from './fields.ts';
import type { ReportedRecipient } from './mail-read.ts';
import type { Parts } from './parse-parts.ts';

const LONGEST = 16_384;

/**
 * What a mail server without a part for it says in words: that a mail failed, and of which class. Whom it failed for is not
 * read: the return path names that. Null: it says nothing like that, or it is no mail server's. What somebody's own program
 * answers of itself (RFC 3834) comes to the same return path, so words alone count of mail servers only.
 */
export function failureInWords(mail: Parts): ReportedRecipient | null {
  const text = ownPart(mail.text ?? mail.bare ?? '').toLowerCase();
  if (text.trim() === '') return null;
  const isOfServer = isMailServers(mail);
  const codes = codesIn(text);
  if (!isOfServer && codes.status === null) return null;
  if (isOfServer && has(text, 'delayed'))
    return { ...NOBODY, action: 'delayed', status: codes.status };
  if (codes.status !== null) return failed(codes.status, codes.reply);
  if (codes.reply !== null) return failed(null, codes.reply);
  for (const kind of ['FULL', 'HARD', 'SOFT'] as const)
    if (has(text, kind)) return failed(null, CODES[kind]);
  return valueOf(mail.header, 'x-failed-recipients') === null ? null : failed(null, CODES.HARD);
}

/** What servers that write codes would have written: no such mailbox, no room in it, not now. */
const CODES = { HARD: 550, FULL: 552, SOFT: 450 } as const;
const NOBODY = {
  address: null,
  action: 'failed',
  status: null,
  code: null,
  failure: null,
} as const;

function failed(status: string | null, code: number | null): ReportedRecipient {
  const isForGood = (status ?? String(code)).startsWith('5');
  return { ...NOBODY, status, code, failure: isForGood ? 'HARD' : 'SOFT' };
}

/** Who writes so: a daemon by its name, one that writes for nobody to answer, or one that sends the mail back. */
function isMailServers({ header, parts, from }: Parts): boolean {
  const writer = valueOf(header, 'from')?.toLowerCase() ?? '';
  if (DAEMONS.some((name) => writer.includes(name))) return true;
  if (valueOf(header, 'x-failed-recipients') !== null) return true;
  const answersOfItself = valueOf(header, 'auto-submitted')?.toLowerCase().startsWith('auto-r');
  if (answersOfItself === true) return false;
  if (from === null || valueOf(header, 'return-path') === '<>') return true;
  return parts.some(({ type }) => /rfc822/.test(type));
}

const DAEMONS = ['mailer-daemon', 'mailer_daemon', 'postmaster', 'post_master', 'mail delivery'];

/** Enhanced codes (RFC 3463) where servers write them, and reply codes with words behind them. */
const STATUSES =
  /(?:\b[45]\d\d[ -]|#|status: ?|error_code ?: ?|^)([45]\.\d{1,3}\.\d{1,3})(?![\d.])/gm;
const REPLIES = /(?:^|[\s:<(["'])([45]\d\d)(?:[ -][ "'(-]{0,3}[\p{L}<]|$)/gmu;

function codesIn(text: string): { status: string | null; reply: number | null } {
  const statuses = [...text.matchAll(STATUSES)].map(([, status]) => status!);
  const replies = [...text.matchAll(REPLIES)].map(([, code]) => Number(code));
  return {
    // Of several recipients one is asked about, and nobody knows which: what failed for good says more.
    status: statuses.find((status) => status.startsWith('5')) ?? statuses[0] ?? null,
    reply: replies.find((code) => code >= 500) ?? replies[0] ?? null,
  };
}

function has(text: string, kind: keyof typeof FAILURE_WORDS): boolean {
  return FAILURE_WORDS[kind].some((words) => text.includes(words));
}

/** Without the mail that is sent back: its words are ours. */
function ownPart(text: string): string {
  const start = text.slice(0, LONGEST);
  const back = SENT_BACK.exec(start);
  return start.slice(0, back === null ? undefined : back.index);
}

const SENT_BACK =
  /^(?:-{2,} ?(?:original|below|this is a copy|returned|enclosed|the header|unsent)|[ \t]{0,8}(?:original message|message headers) follow|[ \t]{0,8}below is a copy|included is a copy|original message:|(?:received|return-path|dkim-signature|x-received|arc-seal):)/im;
