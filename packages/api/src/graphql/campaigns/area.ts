import { ANY_KEY, type Area } from '../access/area.ts';
import { AcceptFinding } from './accept-finding.mutation.ts';
import { CampaignFields } from './campaign.fields.ts';
import { CampaignQuery } from './campaign.query.ts';
import { Campaigns } from './campaigns.query.ts';
import { CancelCampaign } from './cancel-campaign.mutation.ts';
import { CheckCampaign } from './check-campaign.mutation.ts';
import { CreateCampaign } from './create-campaign.mutation.ts';
import { PauseCampaign } from './pause-campaign.mutation.ts';
import { ResumeCampaign } from './resume-campaign.mutation.ts';
import { DeleteCampaign } from './delete-campaign.mutation.ts';
import { SendCampaign } from './send-campaign.mutation.ts';
import { UpdateCampaign } from './update-campaign.mutation.ts';

export const campaigns: Area = {
  resolvers: [
    AcceptFinding,
    CampaignFields,
    CampaignQuery,
    Campaigns,
    CancelCampaign,
    CheckCampaign,
    CreateCampaign,
    PauseCampaign,
    ResumeCampaign,
    UpdateCampaign,
    DeleteCampaign,
    SendCampaign,
  ],
  access: {
    Query: { campaign: ANY_KEY, campaigns: ANY_KEY },
    Mutation: {
      acceptFinding: ANY_KEY,
      cancelCampaign: ANY_KEY,
      checkCampaign: ANY_KEY,
      createCampaign: ANY_KEY,
      pauseCampaign: ANY_KEY,
      resumeCampaign: ANY_KEY,
      updateCampaign: ANY_KEY,
      deleteCampaign: ANY_KEY,
      sendCampaign: ANY_KEY,
    },
  },
};
