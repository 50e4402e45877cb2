import type { Purpose } from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly books: readonly {
    readonly id: string;
    readonly name: string;
    readonly purpose: Purpose;
  }[];
}

/** The organisations of an installation with what each has, by name: for whoever runs it. */
export async function whoIsHere(sql: Sql): Promise<Tenant[]> {
  return sql.rows(
    `SELECT o.id, o.name,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY a.name) FROM account a
         WHERE a.organisation_id = o.id AND a.deleted_at IS NULL), '[]') AS accounts,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'purpose', b.purpose) ORDER BY b.name)
         FROM address_book b JOIN account a ON a.id = b.account_id
         WHERE a.organisation_id = o.id AND b.deleted_at IS NULL AND a.deleted_at IS NULL), '[]') AS books
     FROM organisation o ORDER BY o.name, o.id`,
  );
}
