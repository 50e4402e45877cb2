import type { CompiledContent, CampaignContent, Purpose } from '@adieu/domain';
import { compileCampaign } from './compile-campaign.ts';
import type { CompiledCampaign } from './compiled.ts';
import { openCompiled } from './keep-compiled.ts';

/** A campaign's mails, ready to be filled: as they were kept when it was released; of a draft, compiled now. Null: there are none. */
export async function readyCampaign(campaign: {
  readonly content: CampaignContent;
  readonly compiled: CompiledContent | null;
  readonly purpose: Purpose;
  readonly defaultLanguage: string;
}): Promise<CompiledCampaign | null> {
  const { content, compiled, purpose, defaultLanguage } = campaign;
  if (compiled !== null) return openCompiled(compiled);
  if (content.channel !== 'EMAIL') return null;
  const made = await compileCampaign({ ...content, purpose, defaultLanguage });
  return made.ok ? made.campaign : null;
}
