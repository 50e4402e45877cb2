import { ANY_KEY, type Area } from '../access/area.ts';
import { PreviewCampaign } from './preview-campaign.query.ts';
import { SendTestMails } from './send-test-mails.mutation.ts';

export const previews: Area = {
  resolvers: [PreviewCampaign, SendTestMails],
  access: {
    Query: { previewCampaign: ANY_KEY },
    Mutation: { sendTestMails: ANY_KEY },
  },
};
