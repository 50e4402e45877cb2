// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import type { GraphQLSchema } from 'graphql';
import { guardRootFields } from './access.ts';
import { AddAdminPerson } from './resolvers/add-admin-person.ts';
import { AddOptOuts } from './resolvers/add-opt-outs.ts';
import { AddressBooks } from './resolvers/address-books.ts';
import { AdminPersons } from './resolvers/admin-persons.ts';
import { ChangeScopes } from './resolvers/change-scopes.ts';
import { BookContacts, Contacts } from './resolvers/contacts.ts';
import { CreateScopes } from './resolvers/create-scopes.ts';
import { SetWidening } from './resolvers/set-widening.ts';
import { SwitchAccountList } from './resolvers/switch-account-list.ts';
import { AllowUnfilteredExport } from './resolvers/allow-unfiltered-export.ts';
import { AudienceExports } from './resolvers/audience-exports.ts';
import { CampaignAudience } from './resolvers/campaign-audience.ts';
import { Campaigns } from './resolvers/campaigns.ts';
import { ChangeAdminPerson } from './resolvers/change-admin-person.ts';
import { Consents } from './resolvers/consents.ts';
import { CheckCampaign } from './resolvers/check-campaign.ts';
import { ChangeCampaign } from './resolvers/change-campaign.ts';
import { CreateCampaign } from './resolvers/create-campaign.ts';
import { DecideByReview } from './resolvers/decide-by-review.ts';
import { DecideOptOutRequests } from './resolvers/decide-opt-out-requests.ts';
import { DecideQuarantine } from './resolvers/decide-quarantine.ts';
import { DoubleOptIns } from './resolvers/double-opt-in.ts';
import { EvidenceFiles } from './resolvers/evidence-files.ts';
import { ExemptAddressBook } from './resolvers/exempt-address-book.ts';
import { EvidenceFields } from './resolvers/evidence-fields.ts';
import { EvidenceRetentions } from './resolvers/evidence-retention.ts';
import { ExtendOptOutRequest } from './resolvers/extend-opt-out-request.ts';
import { GiveReason } from './resolvers/give-reason.ts';
import { GateStopsQueries } from './resolvers/gate-stops.ts';
import { ImportContacts } from './resolvers/import-contacts.ts';
import { Leave } from './resolvers/leave.ts';
import { Ledger } from './resolvers/ledger.ts';
import { MachineSignals } from './resolvers/machine-signals.ts';
import { MayContact } from './resolvers/may-contact.ts';
import {
  OptOutRequestConnectionFields,
  OptOutRequestFields,
} from './resolvers/opt-out-request-fields.ts';
import { OptOutReceipts } from './resolvers/opt-out-receipts.ts';
import { OptOutRequestChanges } from './resolvers/opt-out-request-changes.ts';
import { OpenRequestsFromMachineSignals } from './resolvers/open-requests-from-machine-signals.ts';
import { OptOutRequestQueries } from './resolvers/opt-out-requests.ts';
import { PersonalDataResolver } from './resolvers/personal-data.ts';
import { Preferences } from './resolvers/preferences.ts';
import { ReactivateRecipient } from './resolvers/reactivate-recipient.ts';
import { Quarantines } from './resolvers/quarantines.ts';
import { Recipients } from './resolvers/recipients.ts';
import { RemoveAdminPerson } from './resolvers/remove-admin-person.ts';
import { RecordConsents } from './resolvers/record-consents.ts';
import { RequestOptOut } from './resolvers/request-opt-out.ts';
import { Reviews } from './resolvers/review.ts';
import { ReviewWeeklyReport } from './resolvers/review-weekly-report.ts';
import {
  ReviewAccountFields,
  ReviewCampaignFields,
  ReviewReports,
} from './resolvers/review-reports.ts';
import { ReviewSignIns } from './resolvers/review-sign-in.ts';
import { PreviewCampaign } from './resolvers/preview-campaign.ts';
import { SendCampaign } from './resolvers/send-campaign.ts';
import { SendTestMails } from './resolvers/send-test-mails.ts';
import { Brands } from './resolvers/brands.ts';
import { SetAccountBrand } from './resolvers/set-account-brand.ts';
import { SetAccountReasons } from './resolvers/set-account-reasons.ts';
import { SetDoubleOptInDays } from './resolvers/set-double-opt-in-days.ts';
import { SetOptOutPolicy } from './resolvers/set-opt-out-policy.ts';
import { SignUpForms } from './resolvers/sign-up-forms.ts';
import { SignUps } from './resolvers/sign-up.ts';
import { WaitingQuarantines } from './resolvers/waiting-quarantines.ts';
import { StartDoubleOptIn } from './resolvers/start-double-opt-in.ts';
import { UpdatePreferences } from './resolvers/update-preferences.ts';
import { Suppressions } from './resolvers/suppressions.ts';
import { AccountTrends } from './resolvers/account-trends.ts';
import { CampaignReportFields, CampaignReports } from './resolvers/campaign-reports.ts';
import { ViewerQueries } from './resolvers/viewer.ts';

/** Asked for wherever there is a subscription; ours read the ledger and use none. */
const NO_PUB_SUB = {
  publish: (): never => {
    throw new Error('changes are read from the ledger');
  },
  subscribe: (): never => {
    throw new Error('changes are read from the ledger');
  },
};

/** The schema with its guards: what nobody may use is refused before any resolver runs. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      ViewerQueries,
      OptOutRequestQueries,
      OptOutRequestFields,
      OptOutRequestConnectionFields,
      Recipients,
      MayContact,
      GateStopsQueries,
      AudienceExports,
      AddressBooks,
      CampaignAudience,
      Campaigns,
      Preferences,
      DoubleOptIns,
      RequestOptOut,
      DecideOptOutRequests,
      ExtendOptOutRequest,
      SetOptOutPolicy,
      ExemptAddressBook,
      ReactivateRecipient,
      AllowUnfilteredExport,
      ImportContacts,
      ChangeCampaign,
      CreateCampaign,
      CheckCampaign,
      SendCampaign,
      Leave,
      UpdatePreferences,
      GiveReason,
      PersonalDataResolver,
      StartDoubleOptIn,
      AdminPersons,
      AddAdminPerson,
      ChangeAdminPerson,
      RemoveAdminPerson,
      Consents,
      EvidenceFiles,
      Ledger,
      RecordConsents,
      SetDoubleOptInDays,
      AddOptOuts,
      OptOutReceipts,
      OptOutRequestChanges,
      Suppressions,
      SetWidening,
      SwitchAccountList,
      CreateScopes,
      ChangeScopes,
      BookContacts,
      Contacts,
      Quarantines,
      DecideQuarantine,
      MachineSignals,
      OpenRequestsFromMachineSignals,
      EvidenceFields,
      EvidenceRetentions,
      Reviews,
      ReviewReports,
      ReviewCampaignFields,
      ReviewAccountFields,
      ReviewWeeklyReport,
      ReviewSignIns,
      DecideByReview,
      SignUpForms,
      SignUps,
      WaitingQuarantines,
      Brands,
      SetAccountBrand,
      SetAccountReasons,
      CampaignReports,
      CampaignReportFields,
      AccountTrends,
      PreviewCampaign,
      SendTestMails,
    ],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
    pubSub: NO_PUB_SUB,
  });
  return guardRootFields(schema);
}
