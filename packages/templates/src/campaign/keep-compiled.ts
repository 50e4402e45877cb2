import type { CompiledMailContent, CompiledText } from '@adieu/domain';
import { type CompiledCampaign, type CompiledVariant, fillVariant } from './compiled.ts';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';

type Kept = Pick<CompiledCampaign, 'identity' | 'purpose'> & {
  readonly variants: ReadonlyMap<string, { readonly kept: CompiledText }>;
  readonly fallback: { readonly kept: CompiledText };
};

/** What is kept of a compiled campaign when it is released: its whole texts, with merge fields still to fill. */
export function keepCompiled({ variants, fallback, identity, purpose }: Kept): CompiledMailContent {
  return {
    channel: 'EMAIL',
    purpose,
    fallback: fallback.kept.language,
    identity,
    variants: [...variants.values()].map(({ kept }) => kept),
  };
}

/** One text that was kept, ready to be filled again: nothing is compiled, only merge fields are looked for. */
export function openText({ language, ...texts }: CompiledText): CompiledVariant {
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
