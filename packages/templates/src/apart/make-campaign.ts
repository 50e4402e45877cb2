import type { Language } from '@adieu/domain';
import { type ByLanguages, eachLanguage } from '../campaign/compile-campaign.ts';
import type { CampaignProblem } from '../campaign/problem.ts';
import type { CampaignSource } from '../campaign/source.ts';
import type { LookContext } from '../check/check-context.ts';
import type { LookedOver } from '../check/look-over.ts';
import { runApart } from './run-apart.ts';

/** A campaign, compiled and looked over in each of its languages. */
export type MadeCampaign = ByLanguages<LookedOver>;

/** Compiles a campaign and looks it over, each language apart; or all that is wrong with it, by part and line. */
export async function makeCampaign(
  source: CampaignSource,
  look: Omit<LookContext, 'purpose'>,
  organisationId: string,
): Promise<{ ok: true; campaign: MadeCampaign } | { ok: false; problems: CampaignProblem[] }> {
  const { purpose = 'MARKETING' } = source;
  return eachLanguage(source, async (language) => {
    const input = { source, language, look: { ...look, purpose } };
    const made = await runApart('compile', input, organisationId);
    return 'done' in made ? made.done : [refused(source, language, made.refused)];
  });
}

function refused(source: CampaignSource, language: Language, message: string): CampaignProblem {
  const part = source.mjml[language]?.trim() ? 'mjml' : 'html';
  return { language, part, line: null, message };
}
