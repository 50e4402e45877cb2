import { LANGUAGES } from '@adieu/domain';
import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import type { CompiledCampaign } from './compiled.ts';
import { hasField, isGiven } from './fields.ts';
import { identityValues } from './identity.ts';
import { Work } from './work.ts';

export interface MessageValues {
  /** The recipient's language; the campaign's default stands in where it has no such variant. */
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly organisation: string;
  readonly account: string;
  readonly unsubscribeUrl: string;
  /** Where the mail can be read in a browser. */
  readonly webVersionUrl: string;
}

export interface RenderedMessage {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Fills one recipient's mail. Nothing is parsed or compiled here: this runs once for each of a million. Throws where a
 * field that the text can not do without is missing: rather no mail than one with a hole.
 */
export function renderMessage(
  campaign: CompiledCampaign,
  values: MessageValues,
  work = new Work(),
): RenderedMessage {
  const variant = campaign.variants.get(values.language ?? '') ?? campaign.fallback;
  const reader = LANGUAGES.find((code) => code === values.language) ?? variant.language;
  for (const { field, required } of variant.fields) {
    if (required && !hasField(values.fields, field)) {
      throw new Error(`the contact has no "${field}", and the text has no default for it`);
    }
  }
  const messages = CAMPAIGN_MESSAGES[reader];
  const scope = {
    contact: withoutEmpty(values.fields),
    organisation: values.organisation,
    account: values.account,
    unsubscribe_url: values.unsubscribeUrl,
    unsubscribe_word: messages.unsubscribe,
    unsubscribe_language: reader,
    subscribe_again_url: values.unsubscribeUrl,
    subscribe_again_words: messages.subscribeAgain,
    // Signed where it is asked for: few mails have the link.
    get web_version_url() {
      return values.webVersionUrl;
    },
    web_version_words: messages.webVersion,
    ...identityValues(campaign.identity),
  };
  // A line break in a merged name must not become a header of its own (H-10).
  const subject = variant.fill.subject(scope, work).replace(/\s+/g, ' ').trim();
  const all = Object.assign(scope, { subject });
  return {
    subject,
    html: variant.fill.html(all, work),
    text: variant.fill.text(all, work),
  };
}

/** An empty cell of a CSV is no value, so that defaults and conditions see it as missing. */
function withoutEmpty(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(fields);
  return entries.every(([, value]) => isGiven(value))
    ? fields
    : Object.fromEntries(entries.filter(([, value]) => isGiven(value)));
}
