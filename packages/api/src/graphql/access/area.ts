import type { Right } from '@adieu/domain';
import type { NonEmptyArray } from 'type-graphql';

/**
 * How a caller whose right is in one account is held to it. `refused`: not at all, so that they may not use it. `by-ids`:
 * each id is of theirs, or answers like none; at least one is given. `own`: it names nothing and shows what is of theirs alone,
 * which it asks `accountsAt` for. `free`: it shows nothing of any account. Else the path of the argument that names the account,
 * filled where nothing else names anything of it.
 */
export type InAccount =
  | 'refused'
  | 'by-ids'
  | 'own'
  | 'free'
  | 'accountId'
  | 'filter.accountId'
  | 'input.accountId';

/** Who may use a root field. */
export interface Row {
  readonly rights: readonly Right[];
  readonly inAccount: InAccount;
  /** Given where it reads or writes what is of no one organisation; else it is held to the caller's (decision 046). */
  readonly acts?: 'installation';
}

/** `link`: no key; the token (of a logo: the hash) among the arguments opens what it was made for. */
export type Access = 'link' | Row;

const row = (...rights: readonly Right[]): Row => ({ rights, inAccount: 'refused' });
export const LINK: Access = 'link';
/** Changes what only an admin changes. */
export const ADMIN: Row = row('ADMIN');
/** Reads what only an admin changes, or what is personal. */
export const READ: Row = row('ADMIN', 'AUDITOR');
/** Campaigns and contacts: who changes them, and who reads them. */
export const CAMPAIGNER: Row = row('ADMIN', 'CAMPAIGNER');
export const READ_CAMPAIGNS: Row = row('ADMIN', 'CAMPAIGNER', 'AUDITOR');
/** Requests: who decides them, and who reads them. */
export const REVIEWER: Row = row('ADMIN', 'REVIEWER');
export const READ_REQUESTS: Row = row('ADMIN', 'REVIEWER', 'AUDITOR');
/** Accounts, books, topics by name: everybody but keys with uses. */
export const EVERY_ROLE: Row = row('ADMIN', 'REVIEWER', 'CAMPAIGNER', 'AUDITOR', 'OPERATOR');
export const EVERY_MEMBER: Row = row('ADMIN', 'REVIEWER', 'CAMPAIGNER', 'AUDITOR');
export const OPERATOR: Row = overAll(row('OPERATOR'));

/** The same for keys that have a use of it. */
export function orUse(who: Row, ...uses: readonly Right[]): Row {
  return { ...who, rights: [...who.rights, ...uses] };
}

/** The same where the field must see past the wall between organisations. */
export function overAll(who: Row): Row {
  return { ...who, acts: 'installation' };
}

/** The same, also for those who are held to one account. */
export function inAccount(who: Row, how: Exclude<InAccount, 'refused'> = 'by-ids'): Row {
  return { ...who, inAccount: how };
}

export const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;
export type Root = (typeof ROOTS)[number];

/** Who may use which root field. */
export type AccessTable = Readonly<Record<Root, Readonly<Record<string, Access>>>>;

/**
 * Who may see an object of a type, wherever it is met. `held`: whoever sees what holds it. `link` among the rights: also the
 * pages that a link opens, which have no key.
 */
export type TypeAccess = 'held' | readonly (Right | 'link')[];

/** A field of a type that fewer may see than the type. */
export interface FieldAccess {
  readonly rights: readonly (Right | 'link')[];
  /** What the others get. */
  readonly others: 'refused' | 'null' | 'masked';
  /** It shows what is of other accounts too, so that nobody sees it who is held to one. */
  readonly wholeOrganisation?: boolean;
}

/** What one folder beside this one brings to the schema. */
export interface Area {
  readonly resolvers: NonEmptyArray<new () => object>;
  /** A row for each of its root fields. */
  readonly access: Partial<AccessTable>;
  /** A row for each of its types; lists, results and problems need none. */
  readonly types?: Readonly<Record<string, TypeAccess>>;
  /** Rows for fields, as `Recipient.address`. */
  readonly fields?: Readonly<Record<string, FieldAccess>>;
}

/** The rows of all areas in one table. Two rows for a field would leave it to their order which one counts. */
export function accessOf(areas: readonly Area[]): AccessTable {
  return {
    Query: merge('Query.', areas, ({ access }) => access.Query),
    Mutation: merge('Mutation.', areas, ({ access }) => access.Mutation),
    Subscription: merge('Subscription.', areas, ({ access }) => access.Subscription),
  };
}

/** The rows of types and of their fields. */
export interface NestedAccess {
  readonly types: Readonly<Record<string, TypeAccess>>;
  readonly fields: Readonly<Record<string, FieldAccess>>;
}

export function nestedAccessOf(areas: readonly Area[]): NestedAccess {
  return {
    types: merge('', areas, ({ types }) => types),
    fields: merge('', areas, ({ fields }) => fields),
  };
}

function merge<Of>(
  prefix: string,
  areas: readonly Area[],
  rowsOf: (area: Area) => Readonly<Record<string, Of>> | undefined,
): Record<string, Of> {
  const table: Record<string, Of> = {};
  for (const area of areas)
    for (const [name, who] of Object.entries(rowsOf(area) ?? {})) {
      if (table[name] !== undefined)
        throw new Error(`${prefix}${name} has two rows that say who may use it`);
      table[name] = who;
    }
  return table;
}
