// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import type { GraphQLSchema } from 'graphql';
import { guardRootFields } from './access.ts';
import { AddAdminPerson } from './resolvers/add-admin-person.ts';
import { AddressBooks } from './resolvers/address-books.ts';
import { AdminPersons } from './resolvers/admin-persons.ts';
import { Campaigns } from './resolvers/campaigns.ts';
import { ChangeAdminPerson } from './resolvers/change-admin-person.ts';
import { CreateCampaign } from './resolvers/create-campaign.ts';
import { DecideByReview } from './resolvers/decide-by-review.ts';
import { DecideOptOutRequests } from './resolvers/decide-opt-out-requests.ts';
import { DoubleOptIns } from './resolvers/double-opt-in.ts';
import { ExtendOptOutRequest } from './resolvers/extend-opt-out-request.ts';
import { GiveReason } from './resolvers/give-reason.ts';
import { ImportContacts } from './resolvers/import-contacts.ts';
import { Leave } from './resolvers/leave.ts';
import { MayContact } from './resolvers/may-contact.ts';
import {
  OptOutRequestConnectionFields,
  OptOutRequestFields,
} from './resolvers/opt-out-request-fields.ts';
import { OptOutRequestQueries } from './resolvers/opt-out-requests.ts';
import { PersonalDataResolver } from './resolvers/personal-data.ts';
import { Preferences } from './resolvers/preferences.ts';
import { Recipients } from './resolvers/recipients.ts';
import { RemoveAdminPerson } from './resolvers/remove-admin-person.ts';
import { RequestOptOut } from './resolvers/request-opt-out.ts';
import { Reviews } from './resolvers/review.ts';
import { ReviewSignIns } from './resolvers/review-sign-in.ts';
import { SendCampaign } from './resolvers/send-campaign.ts';
import { SetOptOutPolicy } from './resolvers/set-opt-out-policy.ts';
import { StartDoubleOptIn } from './resolvers/start-double-opt-in.ts';
import { UpdatePreferences } from './resolvers/update-preferences.ts';
import { ViewerQueries } from './resolvers/viewer.ts';

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
      AddressBooks,
      Campaigns,
      Preferences,
      DoubleOptIns,
      RequestOptOut,
      DecideOptOutRequests,
      ExtendOptOutRequest,
      SetOptOutPolicy,
      ImportContacts,
      CreateCampaign,
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
      Reviews,
      ReviewSignIns,
      DecideByReview,
    ],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
  });
  return guardRootFields(schema);
}
