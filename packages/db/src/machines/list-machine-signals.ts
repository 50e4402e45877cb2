import type { MachineSignalKind } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

export interface MachineSignal {
  readonly id: string;
  readonly recipientId: string;
  readonly messageId: string | null;
  readonly kind: MachineSignalKind;
  readonly at: Date;
  readonly detail: Readonly<Record<string, string>>;
  /** The request that an admin made of it. */
  readonly requestId: string | null;
}

const COLUMNS = `
  id, recipient_id AS "recipientId", message_id AS "messageId", kind, at, detail, request_id AS "requestId"`;

/** One page of an organisation's machine signals, the newest first; `isOpen` = those that nobody made a request of. */
export async function listMachineSignals(
  sql: Sql,
  organisationId: string,
  page: {
    kinds: readonly MachineSignalKind[] | null;
    isOpen: boolean | null;
    first: number;
    after: string | null;
  },
): Promise<Listed<MachineSignal>> {
  const rows = await sql.rows<MachineSignal>(
    `SELECT ${COLUMNS} FROM machine_signal
     WHERE organisation_id = $1 AND ($2::text[] IS NULL OR kind = ANY ($2)) AND ($3::boolean IS NULL OR (request_id IS NULL) = $3)
       AND ($4::uuid IS NULL OR id < $4)
     ORDER BY id DESC LIMIT $5`,
    [organisationId, page.kinds, page.isOpen, page.after, page.first + 1],
  );
  return listedOf(rows, page.first);
}

/** Machine signals of this organisation by id; ids of others are simply not among the answers. */
export async function findMachineSignals(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
): Promise<MachineSignal[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM machine_signal WHERE organisation_id = $1 AND id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
}
