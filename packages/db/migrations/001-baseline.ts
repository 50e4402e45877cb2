import { Migration } from '@mikro-orm/migrations';
import { packageFile } from '../src/schema/package-file.ts';

/** By area, each after what it refers to. */
const AREAS = [
  'definitions',
  'organisation',
  'senders',
  'contacts',
  'campaigns',
  'sms-out',
  'opt-out',
  'inbound',
  'provider-events',
  'ledger',
  'double-opt-in',
  'system-sms',
  'consent',
  'people',
  'audience-export',
  'reports',
  'brand',
  'list-imports',
  'webhooks',
];

/** The tables that a database begins with, as statements by area. */
export function baselineSql(): string[] {
  return AREAS.map((area) => packageFile(`migrations/001-baseline/${area}.sql`));
}

/** Tables, indexes and the rows that stand in them from the start. Functions and triggers: packages/db/sql. */
export class Baseline001 extends Migration {
  override up(): void {
    for (const area of baselineSql()) this.addSql(area);
  }
}
