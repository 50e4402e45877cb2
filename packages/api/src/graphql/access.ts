import type { Role } from '@adieu/domain';
import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { Forbidden } from './problems.ts';

/** `link`: no key; the token among the arguments opens what it was made for. */
type Access = 'link' | readonly Role[];

const ADMIN: Access = ['ADMIN'];
const ANY_KEY: Access = ['ADMIN', 'CAMPAIGNER'];

/** Who may use which root field. A field that is missing here keeps the server from starting. */
export const ACCESS: Readonly<Record<'Query' | 'Mutation', Readonly<Record<string, Access>>>> = {
  Query: {
    viewer: ANY_KEY,
    mayContact: ANY_KEY,
    addressBooks: ANY_KEY,
    topics: ANY_KEY,
    campaign: ANY_KEY,
    campaigns: ANY_KEY,
    optOutRequests: ADMIN,
    optOutRequest: ADMIN,
    recipient: ADMIN,
    preferences: 'link',
    doubleOptIn: 'link',
  },
  Mutation: {
    requestOptOut: ADMIN,
    decideOptOutRequests: ADMIN,
    extendOptOutRequest: ADMIN,
    setOptOutPolicy: ADMIN,
    importContacts: ANY_KEY,
    createCampaign: ANY_KEY,
    checkCampaign: ANY_KEY,
    sendCampaign: ANY_KEY,
    leave: 'link',
    startDoubleOptIn: 'link',
    confirmDoubleOptIn: 'link',
  },
};

/** Puts the table in front of every root field. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = { Query: schema.getQueryType(), Mutation: schema.getMutationType() } as const;
  for (const kind of ['Query', 'Mutation'] as const) {
    for (const field of Object.values(roots[kind]?.getFields() ?? {})) {
      const access = ACCESS[kind][field.name];
      if (access === undefined) throw new Error(`nobody said who may use ${kind}.${field.name}`);
      if (access !== 'link') guard(kind, field as GraphQLField<unknown, Context>, access);
    }
  }
  return schema;
}

function guard(
  kind: 'Query' | 'Mutation',
  field: GraphQLField<unknown, Context>,
  roles: readonly Role[],
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, ctx, info) => {
    if (ctx.viewer === null) throw noKey();
    if (roles.includes(ctx.viewer.role)) return resolve(source, args, ctx, info);
    const message = `${field.name} needs a key of the role ${roles.join(' or ')}; this one is ${ctx.viewer.role}.`;
    // A mutation's result is a union that can say so; a query's is not.
    if (kind === 'Mutation') return new Forbidden(message);
    throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
  };
}

/** No key, or one that opens nothing. */
export function noKey(): GraphQLError {
  return new GraphQLError('Send your API key: `Authorization: Bearer <key>`.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}
