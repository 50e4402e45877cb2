import { ANY_KEY, type Area } from '../access/area.ts';
import { Campaigns } from './campaigns.query.ts';
import { ChangeCampaign } from './change-campaign.mutation.ts';
import { CheckCampaign } from './check-campaign.mutation.ts';
import { CreateCampaign } from './create-campaign.mutation.ts';
import { SendCampaign } from './send-campaign.mutation.ts';

export const campaigns: Area = {
  resolvers: [Campaigns, ChangeCampaign, CheckCampaign, CreateCampaign, SendCampaign],
  access: {
    Query: { campaign: ANY_KEY, campaigns: ANY_KEY },
    Mutation: {
      pauseCampaign: ANY_KEY,
      resumeCampaign: ANY_KEY,
      cancelCampaign: ANY_KEY,
      checkCampaign: ANY_KEY,
      createCampaign: ANY_KEY,
      sendCampaign: ANY_KEY,
    },
  },
};
