import { ADMIN, type Area, READ_REQUESTS } from '../access/area.ts';
import { LiftUndeliverable } from './lift-undeliverable.mutation.ts';
import { UndeliverableFields } from './undeliverable.fields.ts';
import { UndeliverableAddresses } from './undeliverable-addresses.query.ts';

export const undeliverable: Area = {
  resolvers: [LiftUndeliverable, UndeliverableAddresses, UndeliverableFields],
  access: {
    Query: { undeliverableAddresses: READ_REQUESTS },
    Mutation: { liftUndeliverable: ADMIN },
  },
  types: { UndeliverableAddress: READ_REQUESTS.rights },
};
