import type { ByLanguages } from '../src/campaign/compile-campaign.ts';
import type { AuthoredVariant } from '../src/campaign/compiled.ts';
import { type LookedOver, lookOver } from '../src/check/look-over.ts';

/** A campaign that was compiled here, looked over as a thread would. */
export function lookedOver(
  campaign: ByLanguages<AuthoredVariant>,
  look: { readonly production: boolean; readonly hasTopic: boolean },
): ByLanguages<LookedOver> {
  const over = (variant: AuthoredVariant): LookedOver =>
    lookOver(variant, { ...look, purpose: campaign.purpose });
  const variants = new Map([...campaign.variants].map(([language, one]) => [language, over(one)]));
  return { ...campaign, variants, fallback: over(campaign.fallback) };
}
