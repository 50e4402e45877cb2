import { campaignForSending, type Database, releaseCampaign } from '@adieu/db';
import { keepCompiled, makeCampaign } from '@adieu/templates';

/** Releases a draft as the api does, with what its text is compiled into. */
export async function releaseCompiled(
  db: Database,
  draft: { organisationId: string; campaignId: string; now: Date },
): Promise<void> {
  const campaign = await campaignForSending(db.sql, draft.campaignId);
  if (campaign?.content.channel !== 'EMAIL') throw new Error('the campaign is gone');
  const { content, purpose, defaultLanguage } = campaign;
  const made = await makeCampaign(
    { ...content, purpose, defaultLanguage },
    { production: false, hasTopic: false },
    draft.organisationId,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const compiled = keepCompiled(made.campaign);
  const released = await db.transaction((sql) =>
    releaseCampaign(sql, { ...draft, content, compiled }),
  );
  if ('refused' in released) throw new Error(released.refused);
}
