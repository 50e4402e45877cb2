import type { CompiledText, Language } from '@adieu/domain';
import type { AuthoredVariant } from '../campaign/compiled.ts';
import type { MergeField } from '../campaign/merge-fields.ts';
import type { LookContext } from './check-context.ts';
import { checkImages, checkLinks } from './check-links.ts';
import { checkPage } from './check-page.ts';
import { checkGuilt, checkPurpose } from './check-purpose.ts';
import { checkSubject } from './check-subject.ts';
import type { Finding } from './finding.ts';
import { VariantPage } from './variant-page.ts';

/** One language of a campaign, and what there is to say of its text whoever gets it. Plain data. */
export interface LookedOver {
  readonly language: Language;
  readonly fields: readonly MergeField[];
  readonly sources: AuthoredVariant['sources'];
  readonly kept: CompiledText;
  /** Errors first. */
  readonly findings: readonly Finding[];
}

/** More would be read by nobody. */
const MOST_FINDINGS = 100;

/** Looks a compiled text over. Pure. */
export function lookOver(variant: AuthoredVariant, context: LookContext): LookedOver {
  const { language, fields, sources, kept } = variant;
  const page = new VariantPage(variant);
  const found = [
    ...checkSubject(page),
    ...checkLinks(page, context),
    ...checkImages(page, context),
    ...checkPage(page),
    ...checkGuilt(page),
    ...checkPurpose(page, context),
    ...wayOutReplaced(page),
  ];
  const findings = found.sort((a, b) => a.level.localeCompare(b.level)).slice(0, MOST_FINDINGS);
  return { language, fields, sources, kept, findings };
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
