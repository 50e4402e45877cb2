import type { Right } from '@adieu/domain';
import type { NonEmptyArray } from 'type-graphql';

/** `link`: no key; the token (of a logo: the hash) among the arguments opens what it was made for. */
export type Access = 'link' | readonly Right[];

export const LINK: Access = 'link';
export const ADMIN: Access = ['ADMIN'];
export const ANY_KEY: Access = ['ADMIN', 'CAMPAIGNER'];
export const OPERATOR: Access = ['OPERATOR'];
export const EVERY_ROLE: Access = ['ADMIN', 'CAMPAIGNER', 'OPERATOR'];

export const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;
export type Root = (typeof ROOTS)[number];

/** Who may use which root field. */
export type AccessTable = Readonly<Record<Root, Readonly<Record<string, Access>>>>;

/** What one folder beside this one brings to the schema. */
export interface Area {
  readonly resolvers: NonEmptyArray<new () => object>;
  /** A row for each of its root fields. */
  readonly access: Partial<AccessTable>;
}

/** The rows of all areas in one table. Two rows for a field would leave it to their order which one counts. */
export function accessOf(areas: readonly Area[]): AccessTable {
  const table: Record<Root, Record<string, Access>> = { Query: {}, Mutation: {}, Subscription: {} };
  for (const { access } of areas)
    for (const root of ROOTS)
      for (const [field, who] of Object.entries(access[root] ?? {})) {
        if (table[root][field] !== undefined)
          throw new Error(`${root}.${field} has two rows that say who may use it`);
        table[root][field] = who;
      }
  return table;
}
