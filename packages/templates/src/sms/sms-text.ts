import { type Language, LANGUAGES } from '@adieu/domain';
import type { Fields } from '../campaign/fields.ts';
import { prepareFill } from '../campaign/fill.ts';
import { inFigures } from '../campaign/limits.ts';
import { parseLiquid, textLiquid } from '../campaign/liquid.ts';
import { type MergeField, mergeFieldsOf } from '../campaign/merge-fields.ts';
import type { CampaignProblem } from '../campaign/problem.ts';
import { Work } from '../campaign/work.ts';

/** With its conditions; ten parts of a message have 1,530. */
const LONGEST = 10_000;

/** One text of a campaign of text messages: its fields, or what is wrong with it. */
export function compileSmsText(
  code: string,
  body: string,
): { language: Language; fields: MergeField[] } | Pick<CampaignProblem, 'line' | 'message'> {
  const language = LANGUAGES.find((each) => each === code);
  if (language === undefined)
    return { line: null, message: `unknown language: use one of ${LANGUAGES.join(', ')}` };
  if (body.trim() === '') return { line: null, message: 'missing: a text message needs a text' };
  if (body.length > LONGEST)
    return { line: null, message: `it has more than ${inFigures(LONGEST)} characters: shorten it` };
  const parsed = parseLiquid(textLiquid, body);
  return 'message' in parsed ? parsed : { language, fields: mergeFieldsOf(parsed.template) };
}

/** One reader's text message; or why there is none. */
export function fillSms(message: {
  readonly body: string;
  readonly contact: Fields;
  readonly organisation: string;
  readonly account: string;
}): { readonly text: string } | { readonly refused: string } {
  const { body, ...scope } = message;
  const parsed = parseLiquid(textLiquid, body);
  if ('message' in parsed) return { refused: parsed.message };
  try {
    return { text: prepareFill(textLiquid, parsed.template, false)(scope, new Work()) };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
