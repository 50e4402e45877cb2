import { type Language, LANGUAGES, type CompiledSmsText } from '@adieu/domain';
import { inFigures } from '../campaign/limits.ts';
import { parseLiquid, SMS_NAMES, textLiquid } from '../campaign/liquid.ts';
import { type MergeField, mergeFieldsOf } from '../campaign/merge-fields.ts';
import type { CampaignProblem } from '../campaign/problem.ts';
import { wayOfFilling } from '../campaign/way-of-filling.ts';

/** With its conditions; ten parts of a message have 1,530. */
const LONGEST = 10_000;

export interface SmsText {
  readonly language: Language;
  readonly fields: readonly MergeField[];
  readonly filled: CompiledSmsText['filled'];
}

/** One text of a campaign of text messages: its fields and how it is filled, or what is wrong with it. */
export function compileSmsText(
  code: string,
  body: string,
): SmsText | Pick<CampaignProblem, 'line' | 'message'> {
  const language = LANGUAGES.find((each) => each === code);
  if (language === undefined)
    return { line: null, message: `unknown language: use one of ${LANGUAGES.join(', ')}` };
  if (body.trim() === '') return { line: null, message: 'missing: a text message needs a text' };
  if (body.length > LONGEST)
    return { line: null, message: `it has more than ${inFigures(LONGEST)} characters: shorten it` };
  if (!body.isWellFormed() || /(?![\n\r\t])\p{Cc}/u.test(body))
    return { line: null, message: 'it holds characters that no phone shows: take them out' };
  const parsed = parseLiquid(textLiquid, body, SMS_NAMES);
  if ('message' in parsed) return parsed;
  const filled = wayOfFilling([body], { isWhole: true }) === 'IN_PLACE' ? 'IN_PLACE' : 'APART';
  return { language, fields: mergeFieldsOf(parsed.template), filled };
}
