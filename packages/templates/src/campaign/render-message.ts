import { LANGUAGES } from '@adieu/domain';
import type { CompiledCampaign } from './compile-campaign.ts';
import { htmlLiquid, textLiquid } from './liquid.ts';
import { unsubscribeWord } from './way-out.ts';

export interface MessageValues {
  /** The recipient's language; the campaign's default stands in where it has no such variant. */
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly organisation: string;
  readonly account: string;
  readonly unsubscribeUrl: string;
}

export interface RenderedMessage {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Fills one recipient's mail. Nothing is parsed or compiled here: this runs once for each of a million. */
export function renderMessage(campaign: CompiledCampaign, values: MessageValues): RenderedMessage {
  const variant = campaign.variants.get(values.language ?? '') ?? campaign.fallback;
  const reader = LANGUAGES.find((code) => code === values.language) ?? variant.language;
  const scope = {
    contact: values.fields,
    organisation: values.organisation,
    account: values.account,
    unsubscribe_url: values.unsubscribeUrl,
    unsubscribe_word: unsubscribeWord(reader),
    unsubscribe_language: reader,
  };
  return {
    // A line break in a merged name must not become a header of its own (H-10).
    subject: String(textLiquid.renderSync(variant.subject, scope)).replace(/\s+/g, ' ').trim(),
    html: String(htmlLiquid.renderSync(variant.html, scope)),
    text: String(textLiquid.renderSync(variant.text, scope)),
  };
}
