import type { CompiledContent, CompiledText } from '@adieu/domain';
import type { CompiledCampaign } from './compiled.ts';
import { type AuthoredVariant, type CompiledVariant, fillVariant } from './compiled.ts';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';

/** What is kept of a compiled campaign when it is released: its whole texts, with merge fields still to fill. */
export function keepCompiled(campaign: CompiledCampaign<AuthoredVariant>): CompiledContent {
  const { variants, fallback, identity, purpose } = campaign;
  return {
    channel: 'EMAIL',
    purpose,
    fallback: fallback.language,
    identity,
    variants: [...variants.values()].map(({ language, sources: { subject, html, text } }) => ({
      language,
      subject,
      html,
      text,
    })),
  };
}

/** What was kept, ready to be filled again: nothing is compiled, only merge fields are looked for. */
export function openCompiled(kept: CompiledContent): CompiledCampaign {
  const { identity, purpose, fallback } = kept;
  const variants = new Map(kept.variants.map((text) => [text.language, openVariant(text)]));
  return { variants, fallback: variants.get(fallback)!, identity, purpose };
}

function openVariant({ language, ...texts }: CompiledText): CompiledVariant {
  const [subject, html, text] = [
    parseLiquid(textLiquid, texts.subject),
    parseLiquid(htmlLiquid, texts.html),
    parseLiquid(textLiquid, texts.text),
  ];
  if ('message' in subject || 'message' in html || 'message' in text)
    throw new Error('a compiled campaign is no longer understood: its templates do not parse');
  return fillVariant(language, {
    subject: subject.template,
    html: html.template,
    text: text.template,
  });
}
