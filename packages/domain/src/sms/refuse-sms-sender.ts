import type { ShortCodes } from '../installation/short-codes.ts';
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
    level: 'ERROR',
    message: 'a text must be registered there, and nobody said that this one is',
    fix: 'Have your gateway register it, then say so by updateSender (countries); or choose a number as the book’s sender, or leave that country out.',
  },
  'text-registration-advised': {
    level: 'WARNING',
    message: 'a text that is not registered there may be replaced or held up',
    fix: 'Have your gateway register it, then say so by updateSender (countries).',
  },
  'text-beyond-ascii': {
    level: 'WARNING',
    message: 'letters beyond A to Z, digits and blanks are changed by many networks',
    fix: 'Choose a text of letters from A to Z, digits and blanks.',
  },
  'short-code-abroad': {
    level: 'ERROR',
    message: 'a short code works in its own country alone',
    fix: 'Choose a number as the book’s sender, or leave that country out. Where it works there too, say so by updateSender (countries).',
  },
  'short-code-of-no-country': {
    level: 'ERROR',
    message:
      'a short code works in its own country alone, and nobody said which that is: elsewhere none of these arrive',
    fix: 'Say where it works by updateSender (countries), or give the account its country by changeAccount.',
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
  /** Of a text: where it is registered. Of a short code: where it works; none = nobody knows. */
  readonly countries: readonly string[];
}

/**
 * A sender with the countries that it has: a short code of which nobody said it has that for which the installation names it, or
 * else that of its account.
 */
export function atHome<Sender extends SmsSender>(
  sender: Sender,
  { shortCodes, country }: { readonly shortCodes: ShortCodes; readonly country: string | null },
): Sender {
  if (sender.kind !== 'SHORT_CODE' || sender.countries.length > 0) return sender;
  const named = Object.keys(shortCodes).filter((land) => shortCodes[land] === sender.address);
  const own = country === null ? [] : [country];
  return { ...sender, countries: named.length > 0 ? named : own };
}

/**
 * All that is wrong with a sender for recipients in a country on a day. Whether a text is registered there its gateway
 * knows, and does not tell: somebody has to say so.
 */
export function smsSenderFindings(
  sender: SmsSender,
  country: string,
  at: Date,
): SmsSenderFinding[] {
  if (sender.kind === 'NUMBER') return [];
  const isNamed = sender.countries.includes(country);
  if (sender.kind === 'SHORT_CODE') {
    if (isNamed) return [];
    return [sender.countries.length === 0 ? 'short-code-of-no-country' : 'short-code-abroad'];
  }
  const rule = textSenderRule(country, at);
  return [
    ...(rule === 'FORBIDDEN' ? ['text-forbidden' as const] : []),
    ...(rule === 'REGISTERED' && !isNamed ? ['text-not-registered' as const] : []),
    ...(rule === 'ADVISED' && !isNamed ? ['text-registration-advised' as const] : []),
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
