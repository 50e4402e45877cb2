import type { Grant, Right } from '@adieu/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { type Context, viewerOf } from '../shared/context.ts';

/**
 * What a caller who is held to accounts may do with what a root field gave: what they hold in the accounts that it named, or
 * everywhere where it named none. By the operation's context and the name in its answer.
 */
const narrowed = new WeakMap<object, Map<string | number, Narrowed>>();

interface Narrowed {
  readonly rights: readonly Right[];
  /** Null = all of the organisation. */
  readonly accounts: readonly string[] | null;
}

/** Remembers for all below a root field what rights count there, and of which accounts it shows something. */
export function narrow(
  ctx: Context,
  info: GraphQLResolveInfo,
  rights: readonly Right[],
  accounts: readonly string[] | null = null,
): void {
  const known = narrowed.get(ctx) ?? new Map<string | number, Narrowed>();
  narrowed.set(ctx, known.set(rootOf(info), { rights, accounts }));
}

/** The same rights in another context of the same operation: each event of a stream has one of its own. */
export function carryRights(from: Context, to: Context): void {
  const known = narrowed.get(from);
  if (known !== undefined) narrowed.set(to, known);
}

/** What a field whose row says `own` may show: what is of these accounts; null = of all. */
export function accountsAt(ctx: Context, info: GraphQLResolveInfo): readonly string[] | null {
  return narrowed.get(ctx)?.get(rootOf(info))?.accounts ?? null;
}

/** The rights that count for a field: all that they have, or what was remembered above it. */
export function rightsAt(ctx: Context, info: GraphQLResolveInfo): readonly Right[] {
  const { grants } = viewerOf(ctx);
  const all = grants.map(({ right }) => right);
  if (!isHeldToAccounts(grants)) return all;
  return narrowed.get(ctx)?.get(rootOf(info))?.rights ?? all;
}

/** What they hold in the whole organisation. */
export function rightsEverywhere(grants: readonly Grant[]): readonly Right[] {
  return grants.filter(({ accountId }) => accountId === null).map(({ right }) => right);
}

/** Whether some of what they hold is in one account alone. */
export function isHeldToAccounts(grants: readonly Grant[]): boolean {
  return grants.some(({ accountId }) => accountId !== null);
}

const byLink = new WeakMap<object, Set<string | number>>();

/** Remembers that a root field was opened by the token of a link, for all below it. */
export function openByLink(ctx: Context, info: GraphQLResolveInfo): void {
  byLink.set(ctx, (byLink.get(ctx) ?? new Set()).add(rootOf(info)));
}

/** Whether what is met here is what a link shows: that is for whoever holds the link, whatever key they have beside it. */
export function isByLink(ctx: Context, info: GraphQLResolveInfo): boolean {
  return byLink.get(ctx)?.has(rootOf(info)) ?? false;
}

/** The name, in its answer, of the root field that stands above a field. */
export function rootOf({ path }: GraphQLResolveInfo): string | number {
  let at = path;
  while (at.prev !== undefined) at = at.prev;
  return at.key;
}
