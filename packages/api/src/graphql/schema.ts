// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import type { GraphQLSchema } from 'graphql';
import { guardRootFields } from './access.ts';
import { AddressBooks } from './resolvers/address-books.ts';
import { Campaigns } from './resolvers/campaigns.ts';
import { CheckCampaign } from './resolvers/check-campaign.ts';
import { CreateCampaign } from './resolvers/create-campaign.ts';
import { DecideOptOutRequests } from './resolvers/decide-opt-out-requests.ts';
import { DoubleOptIns } from './resolvers/double-opt-in.ts';
import { ExtendOptOutRequest } from './resolvers/extend-opt-out-request.ts';
import { ImportContacts } from './resolvers/import-contacts.ts';
import { Leave } from './resolvers/leave.ts';
import { MayContact } from './resolvers/may-contact.ts';
import {
  OptOutRequestConnectionFields,
  OptOutRequestFields,
} from './resolvers/opt-out-request-fields.ts';
import { OptOutRequestQueries } from './resolvers/opt-out-requests.ts';
import { Preferences } from './resolvers/preferences.ts';
import { Recipients } from './resolvers/recipients.ts';
import { RequestOptOut } from './resolvers/request-opt-out.ts';
import { SendCampaign } from './resolvers/send-campaign.ts';
import { SetOptOutPolicy } from './resolvers/set-opt-out-policy.ts';
import { StartDoubleOptIn } from './resolvers/start-double-opt-in.ts';
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
      CheckCampaign,
      SendCampaign,
      Leave,
      StartDoubleOptIn,
    ],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
  });
  return guardRootFields(schema);
}
