/**
 * How long after the n-th failed hand-over of a mail (1, 2, …) the next may begin, in seconds, by what went wrong. After the
 * last it is given up. Attempts count over all kinds.
 */
export const RETRIES = {
  /** The mail server is away, closes, or does not let us in: it says nothing about the mail. Given up after a day. */
  RELAY: [5, 30, 120, 600, ...Array.from({ length: 23 }, () => 3_600)],
  /** Refused once to see whether we come back (RFC 6647 4.5: commonly after 1 to 15 minutes). */
  GREYLISTED: [60, 300, 900, 3_600, 14_400],
  /** No room: of the server (452), or too many recipients at once (RFC 5321 4.5.3.1.10). */
  FULL: [60, 300, 900, 3_600, 14_400],
  /** Any other "not now". */
  LATER: [5, 30, 120, 600, 3_600],
} as const satisfies Record<string, readonly number[]>;

export type RetryKind = keyof typeof RETRIES;

interface ReplyRule {
  readonly name: string;
  /** Reply codes, from and to. */
  readonly codes: readonly [number, number];
  /** Only where one of these commands was answered. */
  readonly to?: readonly string[];
  /** Only where the text says so, the enhanced status code (RFC 3463) among it. */
  readonly says?: RegExp;
  /** Null: failed for good. */
  readonly retry: RetryKind | null;
}

/** Commands before the mail is spoken of. Logging in has words behind it: `AUTH PLAIN`. */
const GREETINGS = ['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'AUTH', 'RSET'];

/** What a server's reply means for the mail that it was given to. The first rule that fits counts. */
export const REPLY_RULES: readonly ReplyRule[] = [
  {
    name: 'a greeting or a login that is refused',
    codes: [400, 599],
    to: GREETINGS,
    retry: 'RELAY',
  },
  { name: 'the server closes (RFC 5321 3.8)', codes: [421, 421], retry: 'RELAY' },
  { name: 'not logged in, for now (RFC 4954 4.7)', codes: [454, 454], retry: 'RELAY' },
  { name: 'not logged in (RFC 4954 6)', codes: [530, 530], retry: 'RELAY' },
  { name: 'not logged in, or not safely (RFC 4954 4.7)', codes: [534, 535], retry: 'RELAY' },
  { name: 'not encrypted (RFC 4954 6)', codes: [538, 538], retry: 'RELAY' },
  { name: 'the session is out of step', codes: [503, 503], retry: 'RELAY' },
  {
    name: 'greylisted (RFC 6647)',
    codes: [450, 451],
    says: /\b4\.7\.1\b|gr[ea]y[ -]?list/i,
    retry: 'GREYLISTED',
  },
  { name: 'no room, or too many recipients', codes: [452, 452], retry: 'FULL' },
  {
    name: 'too many recipients, from old servers (RFC 5321 4.5.3.1.10)',
    codes: [552, 552],
    says: /\b5\.5\.3\b|too many recipients/i,
    retry: 'FULL',
  },
  { name: 'any other "not now"', codes: [400, 499], retry: 'LATER' },
  { name: 'any other "no"', codes: [500, 599], retry: null },
];

/** The first rule for a reply; undefined where it is no refusal. `command` is nodemailer's, such as `RCPT TO`. */
export function ruleOf(
  code: number,
  command: string | undefined,
  text = '',
): ReplyRule | undefined {
  const answered = command?.replace(/^AUTH .*/, 'AUTH');
  return REPLY_RULES.find(
    ({ codes: [from, to], to: commands, says }) =>
      code >= from &&
      code <= to &&
      (commands === undefined || (answered !== undefined && commands.includes(answered))) &&
      (says === undefined || says.test(text)),
  );
}
