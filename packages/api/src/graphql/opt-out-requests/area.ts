import { type Area, ADMIN, inAccount, orUse, READ_REQUESTS, REVIEWER } from '../access/area.ts';
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
    Query: {
      optOutRequest: inAccount(READ_REQUESTS),
      optOutRequests: inAccount(READ_REQUESTS, 'filter.accountId'),
    },
    Mutation: {
      addOptOuts: inAccount(orUse(ADMIN, 'opt-outs:add')),
      decideOptOutRequests: inAccount(REVIEWER),
      extendOptOutRequest: inAccount(REVIEWER),
      extendOptOutRequests: inAccount(REVIEWER),
      requestOptOut: inAccount(orUse(ADMIN, 'opt-outs:add')),
    },
    Subscription: { optOutRequestChanged: inAccount(READ_REQUESTS, 'own') },
  },
  types: {
    OptOutRequest: orUse(READ_REQUESTS, 'opt-outs:add').rights,
    OptOutRequestChange: 'held',
    RequestNote: READ_REQUESTS.rights,
    AddedOptOutItem: 'held',
    DecidedItem: 'held',
    ExtendedItem: 'held',
  },
};
