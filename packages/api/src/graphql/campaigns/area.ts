import { type Area, CAMPAIGNER, EVERY_MEMBER, inAccount, READ_CAMPAIGNS } from '../access/area.ts';
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
    Query: {
      campaign: inAccount(READ_CAMPAIGNS),
      campaigns: inAccount(READ_CAMPAIGNS, 'filter.accountId'),
    },
    Mutation: {
      acceptFinding: inAccount(CAMPAIGNER),
      cancelCampaign: inAccount(CAMPAIGNER),
      checkCampaign: inAccount(READ_CAMPAIGNS),
      createCampaign: inAccount(CAMPAIGNER),
      pauseCampaign: inAccount(CAMPAIGNER),
      resumeCampaign: inAccount(CAMPAIGNER),
      updateCampaign: inAccount(CAMPAIGNER),
      deleteCampaign: inAccount(CAMPAIGNER),
      sendCampaign: inAccount(CAMPAIGNER),
    },
  },
  types: {
    Campaign: EVERY_MEMBER.rights,
    CampaignCheck: READ_CAMPAIGNS.rights,
    CampaignContent: READ_CAMPAIGNS.rights,
    CampaignFailure: READ_CAMPAIGNS.rights,
    CampaignFinding: 'held',
    CampaignIdentity: 'held',
    CampaignPartial: 'held',
    CampaignProgress: READ_CAMPAIGNS.rights,
    CampaignTextProblem: 'held',
    CampaignWarning: READ_CAMPAIGNS.rights,
    FindingAcceptance: 'held',
    FindingPlace: 'held',
    LocalisedText: 'held',
    SmsAudience: 'held',
    SmsExample: 'held',
    SmsLanguage: 'held',
    StoppedCount: 'held',
  },
};
