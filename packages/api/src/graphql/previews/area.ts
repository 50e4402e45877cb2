import { type Area, CAMPAIGNER, inAccount, READ_CAMPAIGNS } from '../access/area.ts';
import { PreviewCampaign } from './preview-campaign.query.ts';
import { SendTestMails } from './send-test-mails.mutation.ts';

export const previews: Area = {
  resolvers: [PreviewCampaign, SendTestMails],
  access: {
    Query: { previewCampaign: inAccount(READ_CAMPAIGNS) },
    Mutation: { sendTestMails: inAccount(CAMPAIGNER) },
  },
  types: { CampaignPreview: READ_CAMPAIGNS.rights, MailHeader: 'held', SmsCount: 'held' },
};
