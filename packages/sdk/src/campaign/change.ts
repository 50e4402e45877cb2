import type { Connection } from '../client/connect.ts';
import { CampaignRefused } from '../errors.ts';
import {
  CancelCampaignDocument,
  type ChangedFragment,
  PauseCampaignDocument,
  ResumeCampaignDocument,
} from '../generated/documents.ts';

/** What can be done to a campaign that was sent: held, let go on, ended. */
export type CampaignChange = 'pause' | 'resume' | 'cancel';

export interface ChangedCampaign {
  readonly name: string;
  readonly state: string;
}

/** Changes a campaign by its id, as `campaign send` printed it and a warning's mail names it; or throws CampaignRefused. */
export async function changeCampaign(
  connection: Connection,
  campaignId: string,
  change: CampaignChange,
): Promise<ChangedCampaign> {
  const changed = await ASK[change](connection, { input: { id: campaignId } });
  if (changed.__typename === 'CampaignChanged') return changed.campaign;
  throw new CampaignRefused(changed.code, `${campaignId}: ${changed.message}`, []);
}

type Ask = (
  connection: Connection,
  variables: { readonly input: { readonly id: string } },
) => Promise<ChangedFragment>;

const ASK: Readonly<Record<CampaignChange, Ask>> = {
  pause: async (by, given) => (await by.ask(PauseCampaignDocument, given)).pauseCampaign,
  resume: async (by, given) => (await by.ask(ResumeCampaignDocument, given)).resumeCampaign,
  cancel: async (by, given) => (await by.ask(CancelCampaignDocument, given)).cancelCampaign,
};
