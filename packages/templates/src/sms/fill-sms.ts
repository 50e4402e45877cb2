import type { CompiledSmsText } from '@adieu/domain';
import { type Fields, hasField, isGiven } from '../campaign/fields.ts';
import { type Fill, prepareFill } from '../campaign/fill.ts';
import { parseLiquid, SMS_NAMES, textLiquid } from '../campaign/liquid.ts';
import { type MergeField, mergeFieldsOf } from '../campaign/merge-fields.ts';
import { Work } from '../campaign/work.ts';
import { countParts, type SmsParts } from './count-parts.ts';
import { type SaidWayOut, withWayOut } from './sms-way-out.ts';

/** What fills one reader's text message. */
export interface SmsValues {
  readonly fields: Fields;
  readonly organisation: string;
  readonly account: string;
  /** Null where nobody can leave what it is of: a receipt, a book that an operator exempted. */
  readonly wayOut: SaidWayOut | null;
}

/** A text that was kept, ready to be filled again. */
export interface OpenSms {
  readonly text: Fill;
  readonly fields: readonly MergeField[];
}

/** Why a text that was filled does not go out to its reader. */
export type SmsRefusal = 'no-way-out' | 'empty' | 'too-long';

/** One reader's text message, and whether it may go out. */
export interface FilledSms extends SmsParts {
  readonly text: string;
  readonly refused: SmsRefusal | null;
}

/** More is no message any more, and no phone shows it as one. */
export const MOST_SMS_PARTS = 10;

export function openSms({ text }: Pick<CompiledSmsText, 'text'>): OpenSms {
  const parsed = parseLiquid(textLiquid, text, SMS_NAMES);
  if ('message' in parsed) throw new Error(`the text is no longer understood: ${parsed.message}`);
  const { template } = parsed;
  return { text: prepareFill(textLiquid, template, false), fields: mergeFieldsOf(template) };
}

/**
 * One reader's text message. Throws where a field that it can not do without is missing, where it says no way out, or where it
 * is longer than a message may be: rather none than one like that.
 */
export function fillSms(open: OpenSms, values: SmsValues, addsWayOut: boolean): string {
  const lacking = missingOf(open, values.fields)[0];
  if (lacking !== undefined)
    throw new Error(`the contact has no "${lacking}", and the text has no default for it`);
  const { text, parts, refused } = filledSms(open, values, addsWayOut);
  switch (refused) {
    case 'no-way-out':
      throw new Error('it says no way out, and its book puts none behind it');
    case 'empty':
      throw new Error('there is nothing in it');
    case 'too-long':
      throw new Error(`it would go as ${parts} SMS: at most ${MOST_SMS_PARTS}, shorten it`);
    case null:
      return text;
  }
}

/** The same to look at: what may not go out is shown, with why. Throws where Liquid can not fill it. */
export function filledSms(open: OpenSms, values: SmsValues, addsWayOut: boolean): FilledSms {
  const { organisation, account, wayOut } = values;
  const given = Object.entries(values.fields).filter(([, value]) => isGiven(value));
  const scope = {
    contact: Object.fromEntries(given),
    organisation,
    account,
    opt_out: wayOut?.words ?? '',
    unsubscribe_url: wayOut?.url ?? '',
  };
  const filled = sendable(open.text(scope, new Work()));
  const ended = wayOut === null ? filled : withWayOut(filled, wayOut, addsWayOut);
  const text = ended ?? filled;
  const counted = countParts(text);
  return { text, ...counted, refused: refusalOf(text, ended !== null, counted) };
}

function refusalOf(text: string, mayBeLeft: boolean, { parts }: SmsParts): SmsRefusal | null {
  if (!mayBeLeft) return 'no-way-out';
  if (text.trim() === '') return 'empty';
  return parts > MOST_SMS_PARTS ? 'too-long' : null;
}

/** The fields that a text can not do without and that are not there. */
export function missingOf({ fields }: OpenSms, given: Fields): string[] {
  return fields
    .filter(({ field, required }) => required && !hasField(given, field))
    .map(({ field }) => field);
}

/** What a field brings that no phone shows and a gateway may refuse: control characters, and halves of a character. */
function sendable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '');
}
