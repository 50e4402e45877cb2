import type { CompiledCampaign } from '../campaign/compiled.ts';
import type { AuthoredVariant } from '../campaign/compiled.ts';
import type { CheckContext } from './check-context.ts';
import { checkAudience } from './check-audience.ts';
import { checkFields } from './check-fields.ts';
import { checkImages, checkLinks } from './check-links.ts';
import { checkPage } from './check-page.ts';
import { checkGuilt, checkPurpose } from './check-purpose.ts';
import { checkSender } from './check-sender.ts';
import { checkSubject } from './check-subject.ts';
import type { Finding } from './finding.ts';
import { VariantPage } from './variant-page.ts';

/** Everything that an author should know of a compiled campaign before it is sent; errors first. Pure. */
export function checkContent(
  campaign: CompiledCampaign<AuthoredVariant>,
  context: CheckContext,
): Finding[] {
  const { purpose } = campaign;
  const pages = [...campaign.variants.values()].map((variant) => new VariantPage(variant));
  const found = pages.flatMap((page) => [
    ...checkSubject(page),
    ...checkLinks(page, context),
    ...checkImages(page, context),
    ...checkPage(page),
    ...checkGuilt(page),
    ...checkPurpose(page, { purpose, hasTopic: context.hasTopic }),
    ...wayOutReplaced(page),
  ]);
  const all = [
    ...found,
    ...checkSender(campaign, context),
    ...checkAudience(context.audience),
    ...checkFields([...campaign.variants.values()], context.coverage, context.knownFields),
  ];
  return all.sort((a, b) => a.level.localeCompare(b.level));
}

function wayOutReplaced(page: VariantPage): Finding[] {
  const why = page.variant.wayOutReplaced;
  if (why === null) return [];
  return [
    page.finding(
      'WARNING',
      'WAY_OUT_REPLACED',
      null,
      'unsubscribe',
      `the way out of your own does not do (${why}), so a line was put at the start`,
      'Let every reader see it: outside of conditions, 13 px or more, with a contrast of 4.5.',
    ),
  ];
}
