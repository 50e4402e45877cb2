import { KEYWORD_SETS } from '../regime/keywords.ts';
import { regimeOf } from '../regime/regime-of.ts';
import { normalForm } from '../words/normal-form.ts';
import { textSenderRule } from './sender-lands.ts';
import type { SmsSenderParts } from './way-out.ts';

/** What is wrong with sending from a sender to a country, with what to do about it (SM-10, SM-15). */
export const SMS_SENDER_FINDINGS = {
  'text-forbidden': {
    level: 'ERROR',
    message: 'no SMS can be sent from a text there: networks carry numbers alone',
    fix: 'Choose a number or a short code as the book’s sender, or leave that country out.',
  },
  'text-not-registered': {
    level: 'WARNING',
    message: 'a text must be registered there, or what is sent from it is blocked or marked',
    fix: 'Send only where your gateway has registered it; otherwise choose a number.',
  },
  'text-registration-advised': {
    level: 'WARNING',
    message: 'a text that is not registered there may be replaced or held up',
    fix: 'Have your gateway register it.',
  },
  'text-beyond-ascii': {
    level: 'WARNING',
    message: 'letters beyond A to Z, digits and blanks are changed by many networks',
    fix: 'Choose a text of letters from A to Z, digits and blanks.',
  },
  'short-code-abroad': {
    level: 'ERROR',
    message: 'a short code works in its own country alone',
    fix: 'Choose a number as the book’s sender, or leave that country out.',
  },
  'way-out-missing': {
    level: 'ERROR',
    message: 'nobody can answer this sender, and the text has no way out',
    fix: 'Put {{ opt_out }} into the text, or let the book add it.',
  },
  'way-out-is-no-answer': {
    level: 'ERROR',
    message: 'the text has no way out, and does not say how to leave',
    fix: 'Put {{ opt_out }} into the text, or let the book add it.',
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly level: 'ERROR' | 'WARNING'; readonly message: string; readonly fix: string }
  >
>;
export type SmsSenderFinding = keyof typeof SMS_SENDER_FINDINGS;

export interface SmsSender extends SmsSenderParts {
  /** The number in E.164, the text, or the short code. */
  readonly address: string;
  /** Of a short code: the country that it is of; null of all others. */
  readonly country: string | null;
}

/**
 * All that is wrong with a sender for recipients in a country on a day. Whether a text is registered there its gateway
 * knows, and does not tell: so it is warned of, and refused where no text may be a sender at all.
 */
export function smsSenderFindings(
  sender: SmsSender,
  country: string,
  at: Date,
): SmsSenderFinding[] {
  if (sender.kind === 'NUMBER') return [];
  if (sender.kind === 'SHORT_CODE')
    return sender.country === null || sender.country === country ? [] : ['short-code-abroad'];
  const rule = textSenderRule(country, at);
  return [
    ...(rule === 'FORBIDDEN' ? ['text-forbidden' as const] : []),
    ...(rule === 'REGISTERED' ? ['text-not-registered' as const] : []),
    ...(rule === 'ADVISED' ? ['text-registration-advised' as const] : []),
    ...(/^[A-Za-z0-9 ]+$/.test(sender.address) ? [] : ['text-beyond-ascii' as const]),
  ];
}

/**
 * Whether a marketing text may go without the way out that is added by default (A2, SM-10): only where its author placed
 * one. A recipient of one who can answer could still leave, and would not know.
 */
export function wayOutFinding(
  { kind }: SmsSenderParts,
  text: { readonly isAdded: boolean; readonly isPlaced: boolean },
): SmsSenderFinding | null {
  if (text.isAdded || text.isPlaced) return null;
  return kind === 'TEXT' ? 'way-out-missing' : 'way-out-is-no-answer';
}

/**
 * Whether a text must say that answers are not read (SM-10): from who cannot be answered, where any reply counts. The regime is
 * that of the number's country; where the account's is another, the stricter of both holds.
 */
export function needsNoReplyNotice(
  { kind }: Pick<SmsSenderParts, 'kind'>,
  { number, account }: { readonly number: string | null; readonly account: string | null },
  at: Date,
): boolean {
  return (
    kind === 'TEXT' && [number, account].some((country) => regimeOf(country, at).anyReplyCounts)
  );
}

const STOP_FORMS = KEYWORD_SETS.ANY.words
  .filter(({ means }) => means === 'OPT_OUT')
  .map(({ word }) => ` ${normalForm(word)} `);

/** Whether an author told the recipient of a word that acts everywhere: a way out that stands in the text (A2). */
export function namesStopWord(text: string): boolean {
  const words = ` ${normalForm(text)} `;
  return STOP_FORMS.some((form) => words.includes(form));
}
