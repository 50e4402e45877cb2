import { ADMIN, type Area } from '../access/area.ts';
import { AddOptOuts } from './add-opt-outs.mutation.ts';
import { DecideOptOutRequests } from './decide-opt-out-requests.mutation.ts';
import { ExtendOptOutRequest } from './extend-opt-out-request.mutation.ts';
import { ExtendOptOutRequests } from './extend-opt-out-requests.mutation.ts';
import { OptOutRequestChanges } from './opt-out-request-changed.subscription.ts';
import { OptOutRequestConnectionFields } from './opt-out-request-connection.fields.ts';
import { OptOutRequestFields } from './opt-out-request.fields.ts';
import { OptOutRequestQuery } from './opt-out-request.query.ts';
import { OptOutRequests } from './opt-out-requests.query.ts';
import { RequestOptOut } from './request-opt-out.mutation.ts';

export const optOutRequests: Area = {
  resolvers: [
    AddOptOuts,
    DecideOptOutRequests,
    ExtendOptOutRequest,
    ExtendOptOutRequests,
    OptOutRequestChanges,
    OptOutRequestConnectionFields,
    OptOutRequestFields,
    OptOutRequestQuery,
    OptOutRequests,
    RequestOptOut,
  ],
  access: {
    Query: { optOutRequest: ADMIN, optOutRequests: ADMIN },
    Mutation: {
      addOptOuts: ADMIN,
      decideOptOutRequests: ADMIN,
      extendOptOutRequest: ADMIN,
      extendOptOutRequests: ADMIN,
      requestOptOut: ADMIN,
    },
    Subscription: { optOutRequestChanged: ADMIN },
  },
};
