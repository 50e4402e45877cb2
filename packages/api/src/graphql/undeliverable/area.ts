import { ADMIN, type Area, inAccount, READ_REQUESTS } from '../access/area.ts';
import { LiftUndeliverable } from './lift-undeliverable.mutation.ts';
import { UndeliverableFields } from './undeliverable.fields.ts';
import { UndeliverableAddresses } from './undeliverable-addresses.query.ts';

export const undeliverable: Area = {
  resolvers: [LiftUndeliverable, UndeliverableAddresses, UndeliverableFields],
  access: {
    Query: { undeliverableAddresses: inAccount(READ_REQUESTS, 'accountId') },
    Mutation: { liftUndeliverable: inAccount(ADMIN, 'input.accountId') },
  },
  types: { UndeliverableAddress: READ_REQUESTS.rights },
};
