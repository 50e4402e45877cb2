import type { Channel } from '@adieu/domain';
import type { Transaction } from '../sql.ts';

/** An address of a row that was taken, or (of contacts) the row's person, on its way into the lists. */
export interface StagedRow {
  /** Of the row in its list, from 0. */
  readonly n: number;
  /** Of the address in its row, from 0. */
  readonly position: number;
  readonly bucket: number;
  readonly channel: Channel;
  readonly addressKey: Buffer;
  readonly address: string;
  /** Of contacts: all that the row says of them, as JSON. */
  readonly person: string | null;
}

/** What is told of a row: that it was not taken, or what was not understood of it. */
export interface StagedRemark {
  readonly n: number;
  readonly position: number;
  /** Where it stands, as people find it: `line 4`, `Sheet1!A7`. */
  readonly place: string;
  readonly rejected: boolean;
  readonly field: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly remedy: string | null;
}

/** Puts rows of a list where chunks are made of them. */
export async function stageRows(
  tx: Transaction,
  importId: string,
  { rows, remarks }: { rows: readonly StagedRow[]; remarks: readonly StagedRemark[] },
): Promise<void> {
  await tx.copy(
    'list_import_row (import_id, bucket, n, position, channel, address_key, address, person)',
    rows.map((row) => [
      importId,
      row.bucket,
      row.n,
      row.position,
      row.channel,
      row.addressKey,
      row.address,
      row.person,
    ]),
  );
  if (remarks.length > 0)
    await tx.rows(
      `INSERT INTO list_import_remark (import_id, n, position, place, rejected, field, value, reason, remedy)
       SELECT $1::uuid, * FROM unnest($2::bigint[], $3::int[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::text[], $9::text[])`,
      [
        importId,
        remarks.map(({ n }) => n),
        remarks.map(({ position }) => position),
        remarks.map(({ place }) => place),
        remarks.map(({ rejected }) => rejected),
        remarks.map(({ field }) => field),
        remarks.map(({ value }) => value),
        remarks.map(({ reason }) => reason),
        remarks.map(({ remedy }) => remedy),
      ],
    );
}
