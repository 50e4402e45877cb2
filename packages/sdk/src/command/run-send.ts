import type { Campaign } from '../campaign/define-campaign.ts';
import { describe } from '../errors.ts';
import { tellProgress } from './tell-progress.ts';

export interface SendCommandOptions {
  readonly at?: Date;
  readonly inRecipientsZone?: boolean;
  readonly watch?: boolean;
}

/** Sends and says so, and what does not stop it but should be known; with `watch` stays until it is sent. */
export async function runSend(
  campaign: Campaign,
  { at, inRecipientsZone, watch }: SendCommandOptions,
): Promise<void> {
  const { findings } = await campaign.check();
  for (const finding of findings)
    if (finding.level === 'WARNING' && finding.accepted === null) console.log(describe(finding));
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
