// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { guardRootFields } from './access/guard.ts';
import { guardTypes } from './access/guard-types.ts';
import { giveReach } from './access/reach.ts';
import { ACCESS, AREAS, NESTED_ACCESS } from './areas.ts';

/** Asked for wherever there is a subscription; ours read the ledger and use none. */
const NO_PUB_SUB = {
  publish: (): never => {
    throw new Error('changes are read from the ledger');
  },
  subscribe: (): never => {
    throw new Error('changes are read from the ledger');
  },
};

/** The schema with its guards: what nobody may use is refused before any resolver runs, which then has no more than its reach. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: AREAS.flatMap(({ resolvers }) => resolvers) as NonEmptyArray<new () => object>,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
    pubSub: NO_PUB_SUB,
  });
  return guardRootFields(guardTypes(giveReach(schema, ACCESS), NESTED_ACCESS), ACCESS);
}
