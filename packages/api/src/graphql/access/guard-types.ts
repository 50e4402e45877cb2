import { maskAddress, type Right } from '@adieu/domain';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Context } from '../shared/context.ts';
import type { FieldAccess, NestedAccess, TypeAccess } from './area.ts';
import { isByLink, isHeldToAccounts, rightsAt, rightsEverywhere } from './held-rights.ts';
import { forbidden } from './key-errors.ts';
import { isRoot, needsRow, objectsOf } from './types-with-rows.ts';

type Rights = readonly (Right | 'link')[];

/**
 * Puts the rows of types and of their fields in front of every field below the roots, so that what nobody may see is seen by
 * no detour. A type without a row, or a row without a type, keeps the server from starting.
 */
export function guardTypes(schema: GraphQLSchema, { types, fields }: NestedAccess): GraphQLSchema {
  const objects = objectsOf(schema);
  const lacking = objects.find((type) => needsRow(schema, type) && types[type.name] === undefined);
  if (lacking !== undefined) throw new Error(`nobody said who may see a ${lacking.name}`);
  const idle = Object.keys(types).find(
    (name) => !objects.some((type) => type.name === name && needsRow(schema, type)),
  );
  if (idle !== undefined)
    throw new Error(`who may see a ${idle} is said, but there is no such type`);
  const unused = new Set(Object.keys(fields));
  for (const type of objects) {
    if (isRoot(schema, type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      unused.delete(path);
      guardNested(field, path, typesOf(field, types), fields[path] ?? null);
    }
  }
  for (const path of unused) throw new Error(`who may see ${path} is said, but it is not there`);
  return schema;
}

/** The rows of what a field can give that are not held by what holds it. */
function typesOf(
  { type }: GraphQLField<unknown, unknown>,
  types: NestedAccess['types'],
): readonly Rights[] {
  const named = getNamedType(type);
  const given: readonly GraphQLObjectType[] = isUnionType(named)
    ? named.getTypes()
    : isObjectType(named)
      ? [named]
      : [];
  return given
    .map(({ name }): TypeAccess | undefined => types[name.replace(/(?:Connection|Edge)$/, '')])
    .filter((who): who is Rights => who !== undefined && who !== 'held' && !isByLinkAlone(who));
}

function guardNested(
  field: GraphQLField<unknown, Context>,
  path: string,
  given: readonly Rights[],
  own: FieldAccess | null,
): void {
  if (given.length === 0 && own === null) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: object, ctx, info) => {
    const seen = own === null || mayField(ctx, info, own);
    if (seen && given.every((who) => may(ctx, info, who))) return resolve(source, args, ctx, info);
    const others = own?.others ?? 'refused';
    if (others === 'null') return null;
    if (others === 'masked') return masked(resolve(source, args, ctx, info));
    throw forbidden(`${path} is not for this caller to see.`);
  };
}

function mayField(ctx: Context, info: GraphQLResolveInfo, row: FieldAccess): boolean {
  if (row.wholeOrganisation && ctx.viewer !== null && isHeldToAccounts(ctx.viewer.grants))
    return rightsEverywhere(ctx.viewer.grants).some((right) => row.rights.includes(right));
  return may(ctx, info, row.rights);
}

function may(ctx: Context, info: GraphQLResolveInfo, rights: Rights): boolean {
  if (rights.includes('link') && isByLink(ctx, info)) return true;
  if (ctx.viewer === null) return false;
  return rightsAt(ctx, info).some((right) => rights.includes(right));
}

/** What a link shows is for whoever has the link, with a key or without. */
function isByLinkAlone(rights: Rights): boolean {
  return rights.every((right) => right === 'link');
}

async function masked(value: unknown): Promise<string | null> {
  const shown: unknown = await value;
  return typeof shown === 'string' ? maskAddress(shown) : null;
}
