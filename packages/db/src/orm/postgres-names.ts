import { UnderscoreNamingStrategy } from '@mikro-orm/postgresql';

const SUFFIXES: Readonly<Record<string, string>> = {
  primary: 'pkey',
  unique: 'key',
  foreign: 'fkey',
  check: 'check',
};

/** The names that PostgreSQL itself gives to constraints without one; a relation kept as its key is named by the key. */
export class PostgresNames extends UnderscoreNamingStrategy {
  override indexName(
    tableName: string,
    columns: string[],
    type: Parameters<UnderscoreNamingStrategy['indexName']>[2],
  ): string {
    const suffix = SUFFIXES[type] ?? 'idx';
    return [tableName, ...(type === 'primary' ? [] : columns), suffix].join('_');
  }

  override joinKeyColumnName(entityName: string): string {
    return this.propertyToColumnName(entityName);
  }
}
