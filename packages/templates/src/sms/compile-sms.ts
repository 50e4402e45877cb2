import { type Language, LANGUAGES, type Purpose, type SmsContent } from '@adieu/domain';
import { type Fill, prepareFill } from '../campaign/fill.ts';
import { parseLiquid, textLiquid } from '../campaign/liquid.ts';
import { type MergeField, mergeFieldsOf } from '../campaign/merge-fields.ts';
import type { CampaignProblem } from '../campaign/problem.ts';

/** A text message in one language, ready to be filled. */
export interface SmsVariant {
  readonly language: Language;
  readonly fill: Fill;
  readonly fields: readonly MergeField[];
  readonly sources: { readonly part: 'text'; readonly subject: string; readonly body: string };
}

export interface CompiledSms {
  readonly variants: ReadonlyMap<string, SmsVariant>;
  readonly fallback: SmsVariant;
  readonly purpose: Purpose;
}

/** A campaign of text messages, or all that is wrong with its texts. */
export function compileSms(
  { text }: SmsContent,
  { purpose, defaultLanguage }: { readonly purpose: Purpose; readonly defaultLanguage: string },
): { ok: true; campaign: CompiledSms } | { ok: false; problems: CampaignProblem[] } {
  const problems: CampaignProblem[] = [];
  const variants = new Map<string, SmsVariant>();
  for (const [code, body] of Object.entries(text)) {
    const variant = compileText(code, body);
    if ('message' in variant) problems.push({ language: code, part: 'text', ...variant });
    else variants.set(variant.language, variant);
  }
  if (Object.keys(text).length === 0)
    problems.push({
      language: '',
      part: 'text',
      line: null,
      message: 'no text: give one in at least one language',
    });
  const fallback = variants.get(defaultLanguage) ?? variants.values().next().value;
  if (problems.length > 0 || fallback === undefined) return { ok: false, problems };
  return { ok: true, campaign: { variants, fallback, purpose } };
}

function compileText(
  code: string,
  body: string,
): SmsVariant | Pick<CampaignProblem, 'line' | 'message'> {
  const language = LANGUAGES.find((each) => each === code);
  if (language === undefined)
    return { line: null, message: `unknown language: use one of ${LANGUAGES.join(', ')}` };
  if (body.trim() === '') return { line: null, message: 'missing: a text message needs a text' };
  const parsed = parseLiquid(textLiquid, body);
  if ('message' in parsed) return parsed;
  return {
    language,
    fill: prepareFill(textLiquid, parsed.template, false),
    fields: mergeFieldsOf(parsed.template),
    sources: { part: 'text', subject: '', body },
  };
}
