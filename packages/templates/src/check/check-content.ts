import type { ByLanguages } from '../campaign/compile-campaign.ts';
import { checkAudience } from './check-audience.ts';
import type { CheckContext } from './check-context.ts';
import { checkFields } from './check-fields.ts';
import { checkSender } from './check-sender.ts';
import type { Finding } from './finding.ts';
import type { LookedOver } from './look-over.ts';

/** Everything that an author should know of a campaign that was looked over before it is sent; errors first. Pure. */
export function checkContent(campaign: ByLanguages<LookedOver>, context: CheckContext): Finding[] {
  const variants = [...campaign.variants.values()];
  const all = [
    ...variants.flatMap(({ findings }) => findings),
    ...checkSender(campaign, context),
    ...checkAudience(context.audience),
    ...checkFields(variants, context.coverage, context.knownFields),
  ];
  return all.sort((a, b) => a.level.localeCompare(b.level));
}
