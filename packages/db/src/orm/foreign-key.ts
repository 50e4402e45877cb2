import { type EntitySchema, p } from '@mikro-orm/postgresql';

/**
 * A column that refers to another table and holds its key, not an object: `accountId: foreignKey(AccountEntity)`. Nothing
 * happens to it when the other row goes, unless `deleteRule` says so: the ORM's own default empties or deletes.
 */
export const foreignKey = <Target extends object>(target: EntitySchema<Target>) =>
  p.manyToOne(target).mapToPk().updateRule('no action').deleteRule('no action');
