import { type Language, LANGUAGES } from '@adieu/domain';
import type { CompiledCampaign } from './compiled.ts';
import { hasField } from './fields.ts';
import { type MessageValues, type RenderedMessage, renderMessage } from './render-message.ts';

export interface PreviewedMessage extends RenderedMessage {
  /** Of the reader, whom our own words speak to. */
  readonly language: Language;
  /** What the text can not do without and this reader has not: its name in brackets stands in. */
  readonly missing: readonly string[];
}

/** The language that our own words are in for a reader: theirs, or where we do not speak it the text's. */
function languageOfReader(campaign: CompiledCampaign, code: string | null): Language {
  return LANGUAGES.find((language) => language === code) ?? campaign.fallback.language;
}

/**
 * One reader's mail to look at before it is sent. A missing field leaves no hole and stops nothing: it is named. Refused
 * where a value of theirs can not be merged, such as a link that is none: no mail would go to them.
 */
export function previewMessage(
  campaign: CompiledCampaign,
  values: MessageValues,
): PreviewedMessage | { readonly refused: string } {
  const variant = campaign.variants.get(values.language ?? '') ?? campaign.fallback;
  const language = languageOfReader(campaign, values.language);
  const missing = variant.fields
    .filter(({ field, required }) => required && !hasField(values.fields, field))
    .map(({ field }) => field);
  // A link can not begin with a name in brackets: where one of them begins one, all are addresses that lead nowhere.
  const standIns = [
    (field: string): string => `[${field}]`,
    (field: string): string => `https://adieu.invalid/${encodeURIComponent(field)}`,
  ];
  let refused = '';
  for (const standIn of standIns) {
    const made = Object.fromEntries(missing.map((field) => [field, standIn(field)]));
    const filled = tryFill(campaign, { ...values, fields: { ...values.fields, ...made } });
    if (!('refused' in filled)) return { ...filled, language, missing };
    refused = filled.refused;
  }
  return { refused };
}

function tryFill(
  campaign: CompiledCampaign,
  values: MessageValues,
): RenderedMessage | { readonly refused: string } {
  try {
    return renderMessage(campaign, values);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
