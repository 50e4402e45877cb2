import type { Right } from '@adieu/domain';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isUnionType,
} from 'graphql';
import type { Context } from '../shared/context.ts';
import { BadArgument } from '../shared/bad-argument.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';
import { Forbidden, InvalidInput, LimitReached } from '../shared/problems.ts';
import { type Access, type AccessTable, type Root, ROOTS, type Row } from './area.ts';
import { isHeldToAccounts, narrow, openByLink, rightsEverywhere } from './held-rights.ts';
import { heldInAll, holdToAccounts } from './hold-to-accounts.ts';
import { forbidden, noKey } from './key-errors.ts';
import { tooLong } from './too-long.ts';
import { unstorable } from './unstorable.ts';

const ACCESS = 'access';

/** Puts the table in front of every root field. A field without a row, or a row without a field, keeps the server from starting. */
export function guardRootFields(schema: GraphQLSchema, access: AccessTable): GraphQLSchema {
  const types = {
    Query: schema.getQueryType(),
    Mutation: schema.getMutationType(),
    Subscription: schema.getSubscriptionType(),
  } as const;
  for (const root of ROOTS) {
    const fields = types[root]?.getFields() ?? {};
    const idle = Object.keys(access[root]).find((name) => fields[name] === undefined);
    if (idle !== undefined)
      throw new Error(`who may use ${root}.${idle} is said, but it is not there`);
    for (const field of Object.values(fields)) {
      const who = access[root][field.name];
      if (who === undefined) throw new Error(`nobody said who may use ${root}.${field.name}`);
      field.extensions = { ...field.extensions, [ACCESS]: who };
      if (root === 'Mutation') seeThatItCanRefuse(field, who);
      refuseBadInput(root, field as GraphQLField<unknown, Context>);
      if (who === 'link') markLink(field as GraphQLField<unknown, Context>);
      else guard(root, field as GraphQLField<unknown, Context>, who);
    }
  }
  return schema;
}

/** A mutation whose union can not say what it may have to would call its client's mistake a fault of ours. */
function seeThatItCanRefuse({ name, type }: GraphQLField<unknown, unknown>, who: Access): void {
  const answers = answersOf(type);
  if (answers.length === 0) return;
  for (const refusal of who === 'link' ? ['InvalidInput'] : ['InvalidInput', 'Forbidden'])
    if (!answers.includes(refusal))
      throw new Error(`the result of Mutation.${name} has no ${refusal}: it could not refuse`);
}

/** The names of what a result may be; none where it is no union, which is refused by an error. */
function answersOf(type: GraphQLOutputType): readonly string[] {
  const result = getNamedType(type);
  return isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
}

/** The root fields that somebody with these rights may use. */
export function fieldsFor(schema: GraphQLSchema, rights: readonly Right[]): string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .flatMap((type) => Object.values(type?.getFields() ?? {}))
    .filter(({ extensions }) => {
      const who = extensions[ACCESS] as Access;
      return who === 'link' || rights.some((right) => who.rights.includes(right));
    })
    .map(({ name }) => name);
}

function markLink(field: GraphQLField<unknown, Context>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: object, ctx, info) => {
    openByLink(ctx, info);
    return resolve(source, args, ctx, info);
  };
}

function guard(root: Root, field: GraphQLField<unknown, Context>, who: Row): void {
  // A subscription is refused before its stream begins; what comes out of it needs no second look.
  const opens = root === 'Subscription' ? 'subscribe' : 'resolve';
  const open = field[opens] ?? defaultFieldResolver;
  const saysSo = answersOf(field.type).includes('Forbidden');
  const refuse = (message: string): Forbidden => {
    // Most mutations' results are unions that can say so; other results are not.
    if (saysSo) return new Forbidden(message);
    throw forbidden(message);
  };
  field[opens] = async (source, args: object, ctx, info) => {
    if (ctx.viewer === null) throw noKey();
    const { grants } = ctx.viewer;
    const theirs = grants.filter(({ right }) => who.rights.includes(right));
    if (theirs.length === 0) {
      const held = [...new Set(grants.map(({ right }) => right))].join(', ');
      return refuse(`${field.name} needs ${who.rights.join(' or ')}; this caller has ${held}.`);
    }
    if (!isHeldToAccounts(grants) || who.inAccount === 'free') return open(source, args, ctx, info);
    if (who.inAccount === 'refused' || who.inAccount === 'own') {
      const everywhere = rightsEverywhere(grants);
      if (everywhere.some((right) => who.rights.includes(right))) {
        narrow(ctx, info, everywhere);
        return open(source, args, ctx, info);
      }
      if (who.inAccount === 'refused')
        return refuse(
          `${field.name} is of the whole organisation; this caller is held to an account.`,
        );
      const accounts = [...new Set(theirs.flatMap(({ accountId }) => accountId ?? []))];
      const common = heldInAll(grants, accounts);
      if (!common.some((right) => who.rights.includes(right)))
        return refuse(`${field.name} takes one right in all accounts of a caller; these differ.`);
      narrow(ctx, info, common, accounts);
      return open(source, args, ctx, info);
    }
    const held = await holdToAccounts(ctx, grants, who, field.args, { ...args });
    if (held === null || !held.rights.some((right) => who.rights.includes(right)))
      return refuse(`${field.name} takes what is of one’s own account alone: name it.`);
    narrow(ctx, info, held.rights);
    return open(source, held.args, ctx, info);
  };
}

/** What can not be read is the sender's mistake: the union of a mutation's result can say so, a query's result can not. */
function refuseBadInput(root: Root, field: GraphQLField<unknown, Context>): void {
  const opens = root === 'Subscription' ? 'subscribe' : 'resolve';
  const open = field[opens] ?? defaultFieldResolver;
  const answers = answersOf(field.type);
  field[opens] = async (source, args: object, ctx, info) => {
    try {
      const long = tooLong(args);
      if (long !== null) {
        const message = `At most ${LONGEST_LIST}; these are ${long.count}.`;
        const argument = fieldOf(long.path);
        if (answers.includes('LimitReached')) return new LimitReached(argument, message);
        if (answers.includes('InvalidInput'))
          return new InvalidInput(argument, message, 'LIMIT_REACHED');
        throw new BadArgument(argument, `takes at most ${LONGEST_LIST}; these are ${long.count}`);
      }
      const path = unstorable(args);
      if (path !== null)
        throw new BadArgument(fieldOf(path), 'must hold whole characters, and no NUL');
      return await open(source, args, ctx, info);
    } catch (error) {
      if (answers.includes('InvalidInput') && error instanceof BadArgument)
        return new InvalidInput(error.argument, error.message);
      throw error;
    }
  };
}

/** An argument's path as a client writes it. */
const fieldOf = (path: string): string => path.replace(/^input\./, '');
