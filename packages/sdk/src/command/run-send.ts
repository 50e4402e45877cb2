import type { Campaign } from '../campaign/define-campaign.ts';
import { tellProgress } from './tell-progress.ts';

export interface SendCommandOptions {
  readonly at?: Date;
  readonly inRecipientsZone?: boolean;
  readonly watch?: boolean;
}

/** Sends and says so; with `watch` stays until it is sent. */
export async function runSend(
  campaign: Campaign,
  { at, inRecipientsZone, watch }: SendCommandOptions,
): Promise<void> {
  const { campaignId, queued } = await campaign.send({
    ...(at && { at }),
    ...(inRecipientsZone && { inRecipientsZone }),
  });
  const when = at === undefined ? 'on its way' : `planned for ${at.toISOString()}`;
  console.log(
    `${campaign.definition.name} (${campaignId}) is ${when}: ${queued} ${queued === 1 ? 'message' : 'messages'}`,
  );
  if (watch) await tellProgress(campaign);
}
