import type { SendCampaignInput } from '@adieu/domain';
import { continueAsNew, sleep, workflowInfo } from '@temporalio/workflow';
import { longWork, record } from './activities.ts';

/** Hands a campaign over, chunk by chunk. The messages' rows say what is left, so that any worker can go on. */
export async function sendCampaign(input: SendCampaignInput): Promise<void> {
  for (;;) {
    const { resumeAt } = await longWork.sendChunk(input.campaignId);
    if (resumeAt === null) break;
    const wait = Date.parse(resumeAt) - Date.now();
    if (wait > 0) await sleep(wait);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof sendCampaign>(input);
  }
  await record.finishCampaign(input.campaignId);
}
