import { createHash } from 'node:crypto';
import type { Scratch } from './scratch.ts';

const COPIED_AT_ONCE = 10_000;

const keyOf = (i: number): Buffer => createHash('sha256').update(`copied ${i}`).digest();
const addressOf = (i: number): string => `person-${i}@bench.example.test`;

/** By table, what a row of an opt-out says in it. */
const COLUMNS: Readonly<
  Record<
    string,
    readonly [string, (of: { key: Buffer; i: number; id: string }) => (string | number | Buffer)[]]
  >
> = {
  suppression: [
    'address_key, list_id, channel, scope_id, scope_kind, state, since, request_id',
    ({ key, id }) => [key, id, 'EMAIL', id, 'ACCOUNT', 'OPTED_OUT', AT, id],
  ],
  recipient: [
    'organisation_id, channel, address_key, address',
    ({ key, i, id }) => [id, 'EMAIL', key, addressOf(i)],
  ],
  opt_out_request: [
    'organisation_id, account_id, list_id, recipient_id, address_key, channel, scope_kind, scope_id, purpose, signal, method, state, received_at, policy_version, decided_at, decided_by_kind, decided_by, settled_at',
    ({ key, id }) => [
      id,
      id,
      id,
      id,
      key,
      'EMAIL',
      'ACCOUNT',
      id,
      'MARKETING',
      'CLEAR',
      'IMPORT',
      'CONFIRMED',
      AT,
      1,
      AT,
      'SYSTEM',
      'bench',
      AT,
    ],
  ],
  ledger_event: [
    'organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id, signal, method, policy_version, new_state, actor_kind, actor, reason',
    ({ key, id }) => [
      id,
      AT,
      'REQUESTED',
      id,
      id,
      key,
      'EMAIL',
      'ACCOUNT',
      id,
      'CLEAR',
      'IMPORT',
      1,
      'CONFIRMED',
      'SYSTEM',
      'bench',
      'import unsubscribe: left.csv',
    ],
  ],
};
const AT = '2026-05-04T08:00:00Z';
/** Of all that an opt-out writes. */
export const TABLES: readonly string[] = Object.keys(COLUMNS);

/** Seconds of COPY into tables that have the columns, keys and indexes of these, and nothing that looks at rows. */
export async function copied(
  { owner, seeded }: Scratch,
  count: number,
  tables: readonly string[],
): Promise<number> {
  for (const table of tables)
    await owner.sql.rows(`CREATE TABLE copied_${table} (LIKE ${table} INCLUDING ALL)`);
  let took = 0;
  for (const table of tables) {
    const [columns, rowOf] = COLUMNS[table]!;
    for (let from = 0; from < count; from += COPIED_AT_ONCE) {
      const rows = Array.from({ length: Math.min(COPIED_AT_ONCE, count - from) }, (_, n) =>
        rowOf({ key: keyOf(from + n), i: from + n, id: seeded.organisationId }),
      );
      const began = performance.now();
      await owner.transaction((tx) => tx.copy(`copied_${table} (${columns})`, rows));
      took += performance.now() - began;
    }
  }
  for (const table of tables) await owner.sql.rows(`DROP TABLE copied_${table}`);
  return took / 1_000;
}
