import { LINK, OPERATOR, type Area } from '../access/area.ts';
import { CreateOrganisation } from './create-organisation.mutation.ts';
import { SetUp } from './set-up.mutation.ts';
import { SetupQuery } from './setup.query.ts';

export const beginning: Area = {
  resolvers: [CreateOrganisation],
  access: { Mutation: { createOrganisation: OPERATOR } },
};

/** Of an empty installation alone. */
export const setUp: Area = {
  resolvers: [SetUp, SetupQuery],
  access: { Query: { setup: LINK }, Mutation: { setUp: LINK } },
};
