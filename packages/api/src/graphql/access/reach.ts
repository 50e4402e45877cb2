import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../shared/context.ts';
import { createLoaders, forget } from '../shared/loaders.ts';
import type { AccessTable } from './area.ts';
import { rootOf } from './held-rights.ts';
import { isRoot, objectsOf } from './types-with-rows.ts';

/** The same operation over all organisations, by the one that is held to its caller's, and back. */
const overAll = new WeakMap<object, Context>();
const callers = new WeakMap<object, Context>();
/** The root fields of an operation that are over all organisations, by their names in its answer. */
const wide = new WeakMap<object, Set<string | number>>();

/**
 * Gives each resolver its reach: what it reads and writes with is held to the organisation of whoever calls, but below the
 * root fields that a link opens, or whose row says `installation`.
 */
export function giveReach(schema: GraphQLSchema, access: AccessTable): GraphQLSchema {
  for (const type of objectsOf(schema)) {
    const rows = isRoot(schema, type) ? access[type.name as keyof AccessTable] : null;
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[]) {
      const resolve = field.resolve ?? defaultFieldResolver;
      if (rows === null) {
        field.resolve = (source, args: object, ctx, info) =>
          resolve(source, args, reachAt(ctx, info), info);
        continue;
      }
      const who = rows[field.name];
      const isWide = who === 'link' || who?.acts === 'installation';
      field.resolve = (source, args: object, ctx, info) => {
        if (isWide) widen(ctx, info);
        const reach = reachAt(ctx, info);
        // A mutation before it in the same document has changed what was loaded for it.
        if (type.name === 'Mutation') forget(reach.loaders);
        return resolve(source, args, reach, info);
      };
    }
  }
  return schema;
}

/** The operation over all organisations: for who acts for the installation. */
export function overAllOrganisations(ctx: Context): Context {
  if (ctx.viewer === null || callers.has(ctx)) return ctx;
  const known = overAll.get(ctx);
  if (known !== undefined) return known;
  const { engine } = ctx;
  const made = Object.create(ctx, {
    db: { value: engine },
    loaders: { value: createLoaders(engine) },
    replayed: {
      get: () => ctx.replayed,
      set: (value: boolean) => {
        ctx.replayed = value;
      },
    },
  }) as Context;
  overAll.set(ctx, made);
  callers.set(made, ctx);
  return made;
}

/** The operation held to the organisation of whoever calls, also below a field that a link may open as well. */
export function ofCaller(ctx: Context): Context {
  return callers.get(ctx) ?? ctx;
}

function widen(ctx: Context, info: GraphQLResolveInfo): void {
  wide.set(ctx, (wide.get(ctx) ?? new Set()).add(rootOf(info)));
}

function reachAt(ctx: Context, info: GraphQLResolveInfo): Context {
  return wide.get(ctx)?.has(rootOf(info)) ? overAllOrganisations(ctx) : ctx;
}
