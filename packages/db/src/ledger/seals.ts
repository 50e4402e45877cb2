import type { LedgerPosition, Seal } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** A seal as it is stored, with its own hash (hex). */
export interface StoredSeal extends Seal {
  readonly sealHash: string;
}

const COLUMNS = `
  s.sequence, s.floor_id::text AS floor, jsonb_build_object('tx', s.from_tx::text, 'id', s.from_id::text) AS "from",
  jsonb_build_object('tx', s.to_tx::text, 'id', s.to_id::text) AS "to", s.count,
  encode(s.merkle_root, 'hex') AS "merkleRoot", encode(s.previous_hash, 'hex') AS "previousHash",
  encode(s.seal_hash, 'hex') AS "sealHash",
  to_char(s.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sealedAt"`;

/** The last link of the chain; null where nothing was sealed yet. */
export async function lastSeal(sql: Sql): Promise<StoredSeal | null> {
  const [row] = await sql.rows<StoredSeal>(
    `SELECT ${COLUMNS} FROM ledger_seal s ORDER BY s.sequence DESC LIMIT 1`,
  );
  return row ?? null;
}

/** Seals by sequence, `from` and `to` included. */
export async function sealsBetween(sql: Sql, from: number, to: number): Promise<StoredSeal[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM ledger_seal s WHERE s.sequence BETWEEN $1 AND $2 ORDER BY s.sequence`,
    [from, to],
  );
}

/** The newest seals first, `first` of them, older than the sequence `before`. */
export async function listSeals(
  sql: Sql,
  page: { readonly first: number; readonly before: number | null },
): Promise<Listed<StoredSeal>> {
  const rows = await sql.rows<StoredSeal>(
    `SELECT ${COLUMNS} FROM ledger_seal s WHERE s.sequence < coalesce($1, 2147483647)
     ORDER BY s.sequence DESC LIMIT $2`,
    [page.before, page.first + 1],
  );
  return listedOf(rows, page.first);
}

/** The seal that holds a position, and the hashes of its leaves; null where the position is not sealed. */
export async function sealOf(
  sql: Sql,
  { tx, id }: LedgerPosition,
): Promise<(StoredSeal & { leaves: Buffer[] }) | null> {
  const [row] = await sql.rows<StoredSeal & { leafHashes: Buffer }>(
    `SELECT ${COLUMNS}, s.leaf_hashes AS "leafHashes" FROM ledger_seal s
     WHERE s.floor_id = (SELECT max(floor_id) FROM ledger_seal WHERE floor_id < $2::bigint)
       AND (s.to_tx, s.to_id) >= ($1::xid8, $2::bigint) ORDER BY s.to_tx, s.to_id LIMIT 1`,
    [tx, id],
  );
  if (row === undefined) return null;
  const { leafHashes, ...seal } = row;
  return { ...seal, leaves: splitHashes(leafHashes) };
}

/** The hashes of a seal's leaves, in order. */
export async function leavesOfSeal(sql: Sql, sequence: number): Promise<Buffer[]> {
  const [row] = await sql.rows<{ leafHashes: Buffer }>(
    'SELECT leaf_hashes AS "leafHashes" FROM ledger_seal WHERE sequence = $1',
    [sequence],
  );
  return row === undefined ? [] : splitHashes(row.leafHashes);
}

const HASH_BYTES = 32;

function splitHashes(hashes: Buffer): Buffer[] {
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, i) =>
    hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}
