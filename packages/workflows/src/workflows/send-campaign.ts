import { SIGNALS_TO, type SendCampaignInput } from '@adieu/domain';
import {
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { longWork, record } from './activities.ts';

export const campaignChanged = defineSignal(SIGNALS_TO.campaignChanged);

/**
 * Hands a campaign over, chunk by chunk. The messages' rows say what is left, so that any worker can go on. A paused
 * campaign leaves nothing to do: this ends, and begins again when the campaign is resumed or cancelled.
 */
export async function sendCampaign(input: SendCampaignInput): Promise<void> {
  let changed = true;
  setHandler(campaignChanged, () => {
    changed = true;
  });
  while (changed) {
    changed = false;
    const { resumeAt } = await longWork.sendChunk(input.campaignId);
    if (resumeAt === null) {
      await record.finishCampaign(input.campaignId);
      continue;
    }
    const wait = Date.parse(resumeAt) - Date.now();
    if (wait > 0) await condition(() => changed, wait);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof sendCampaign>(input);
    changed = true;
  }
}
