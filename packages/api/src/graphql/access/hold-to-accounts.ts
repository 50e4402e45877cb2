import { ACCOUNT_BOUND, type AccountBound, accountsOfIds } from '@adieu/db';
import { type Grant, type Right, RIGHTS } from '@adieu/domain';
import { createHash } from 'node:crypto';
import type { GraphQLArgument } from 'graphql';
import type { Context } from '../shared/context.ts';
import { fromId, toId } from '../shared/ids.ts';
import type { Row } from './area.ts';
import { mapIds } from './map-ids.ts';

type Args = Readonly<Record<string, unknown>>;

/** The arguments of somebody who is held to accounts, and the rights that they have in all that these name. */
export interface Held {
  readonly args: Args;
  readonly rights: readonly Right[];
}

/**
 * Holds a caller to their accounts: an id of another account becomes one of nothing, so that it answers as if there were
 * none. Null where no account of theirs is named, and none can be filled in.
 */
export async function holdToAccounts(
  ctx: Context,
  grants: readonly Grant[],
  { rights, inAccount }: Row,
  declared: readonly GraphQLArgument[],
  args: Args,
): Promise<Held | null> {
  const named = new Set<string>();
  const each = (change: (id: string) => string): Args =>
    Object.fromEntries(
      declared
        .filter(({ name }) => name in args)
        .map(({ name, type }) => [name, mapIds(args[name], type, change)]),
    );
  each((id) => (named.add(id), id));
  const theirs = grants.filter(({ right }) => rights.includes(right));
  const reached = new Set<string>();
  const foreign = await foreignIds(ctx.db, [...named], (accountId) => {
    if (!theirs.some((grant) => grant.accountId === null || grant.accountId === accountId))
      return false;
    reached.add(accountId);
    return true;
  });
  remember(ctx, foreign);
  let held = each((id) => foreign.get(id) ?? id);
  if (reached.size === 0 && inAccount !== 'by-ids') {
    const accounts = [...new Set(theirs.map(({ accountId }) => accountId))];
    if (accounts.length !== 1 || accounts[0] === null || accounts[0] === undefined) return null;
    reached.add(accounts[0]);
    held = fill(held, inAccount.split('.'), toId('account', accounts[0]));
  } else if (reached.size === 0 && foreign.size === 0) return null;
  return { args: held, rights: heldInAll(grants, [...reached]) };
}

const givenFor = new WeakMap<object, Map<string, string>>();

function remember(ctx: Context, foreign: ReadonlyMap<string, string>): void {
  const known = givenFor.get(ctx) ?? new Map<string, string>();
  for (const [given, instead] of foreign) known.set(instead, given);
  givenFor.set(ctx, known);
}

/** An id as the caller named it, for answers that say what became of each. */
export function asGiven(ctx: Context, id: string): string {
  return givenFor.get(ctx)?.get(id) ?? id;
}

/** What is held in each of these accounts. */
export function heldInAll(grants: readonly Grant[], accounts: readonly string[]): readonly Right[] {
  return RIGHTS.filter((right) => {
    const own = grants.filter((grant) => grant.right === right);
    const isHeldIn = (account: string): boolean =>
      own.some(({ accountId }) => accountId === null || accountId === account);
    return own.length > 0 && accounts.every(isHeldIn);
  });
}

/** What stands for each id that is of no account of theirs. The same for the same, so that a repeated call is one. */
async function foreignIds(
  db: Context['db'],
  ids: readonly string[],
  isTheirs: (accountId: string) => boolean,
): Promise<Map<string, string>> {
  const bound = ids.flatMap((id) => {
    const kind = ACCOUNT_BOUND.find((prefix) => id.startsWith(`${prefix}_`));
    const uuid = kind === undefined ? null : fromId(kind, id);
    return kind === undefined || uuid === null ? [] : [{ kind, id: uuid, public: id }];
  });
  const accounts = bound.length === 0 ? [] : await accountsOfIds(db.sql, bound);
  const foreign = new Map<string, string>();
  for (const [n, { kind, id, public: shown }] of bound.entries()) {
    const accountId = accounts[n] ?? null;
    if (accountId === null || !isTheirs(accountId)) foreign.set(shown, nothingFor(kind, id));
  }
  for (const id of ids) if (id.startsWith('org_')) foreign.set(id, toId('org', unused(id)));
  return foreign;
}

const nothingFor = (kind: AccountBound, id: string): string => toId(kind, unused(id));

/** A UUID of nothing, always the same for the same id. */
function unused(id: string): string {
  const hex = createHash('sha256').update(`not of this account ${id}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}

function fill(args: Args, [name, ...rest]: readonly string[], id: string): Args {
  if (name === undefined) return args;
  if (rest.length === 0) return { ...args, [name]: id };
  const inner = (args[name] ?? {}) as Args;
  return { ...args, [name]: fill(inner, rest, id) };
}
