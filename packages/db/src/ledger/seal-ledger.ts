import { FIRST_PREVIOUS_HASH, type LedgerPosition, merkleRoot } from '@adieu/domain';
import type { Database } from '../database.ts';
import type { Sql } from '../sql.ts';
import { hashOf, hashOfSeal, settledEvents, sha256 } from './sealed-events.ts';
import { lastSeal } from './seals.ts';

/** Before every event. */
export const BEGINNING: LedgerPosition = { tx: '0', id: '0' };
/** Events in one seal at most: what a transaction reads and hashes at once. */
const MOST_EVENTS = 10_000;

/**
 * Seals the next events that no open transaction can still add to: one seal of at most 10,000 events, chained to the last.
 * Gives its sequence and how many events it holds; null where there was nothing to seal. Sealers at once wait for each other.
 */
export async function sealLedger(
  db: Database,
  now: Date,
  limit = MOST_EVENTS,
): Promise<{ sequence: number; count: number; sealHash: string } | null> {
  return db.transaction(async (sql) => {
    await sql.rows('SELECT pg_advisory_xact_lock(727002)');
    const last = await lastSeal(sql);
    let floor = last?.floor ?? '0';
    let events = await settledEvents(sql, { floor, ...(last?.to ?? BEGINNING) }, limit);
    if (events.length === 0 && last !== null && (await orderIsLost(sql, last.to))) {
      floor = await highestSealedId(sql);
      events = await settledEvents(sql, { floor, ...BEGINNING }, limit);
    }
    const [first, end] = [events[0], events.at(-1)];
    if (first === undefined || end === undefined) return null;
    const leaves = events.map(hashOf);
    const seal = {
      sequence: (last?.sequence ?? 0) + 1,
      floor,
      from: { tx: first.leaf.tx, id: first.leaf.id },
      to: { tx: end.leaf.tx, id: end.leaf.id },
      count: events.length,
      merkleRoot: hex(merkleRoot(sha256, leaves)),
      previousHash: last?.sealHash ?? FIRST_PREVIOUS_HASH,
      sealedAt: now.toISOString(),
    };
    const hash = hex(hashOfSeal(seal));
    await sql.rows(
      `INSERT INTO ledger_seal (sequence, from_tx, from_id, to_tx, to_id, count, merkle_root, previous_hash, seal_hash,
         leaf_hashes, sealed_at, floor_id, max_id)
       VALUES ($1, $2::xid8, $3, $4::xid8, $5, $6, decode($7, 'hex'), decode($8, 'hex'), decode($9, 'hex'), $10, $11, $12, $13)`,
      [
        seal.sequence,
        seal.from.tx,
        seal.from.id,
        seal.to.tx,
        seal.to.id,
        seal.count,
        seal.merkleRoot,
        seal.previousHash,
        hash,
        Buffer.concat(leaves),
        now,
        floor,
        events.reduce((most, { leaf: { id } }) => (BigInt(id) > most ? BigInt(id) : most), 0n),
      ],
    );
    return { sequence: seal.sequence, count: seal.count, sealHash: hash };
  });
}

/**
 * A dump that was restored into another cluster brings events from transactions that this one has not reached, and new
 * events would sort before them. All of the dump is sealed by now; ids go on above it, so a new order begins there.
 */
async function orderIsLost(sql: Sql, { tx }: LedgerPosition): Promise<boolean> {
  const [row] = await sql.rows<{ lost: boolean }>(
    'SELECT $1::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) AS lost',
    [tx],
  );
  return row!.lost;
}

async function highestSealedId(sql: Sql): Promise<string> {
  const [row] = await sql.rows<{ id: string }>('SELECT max(max_id)::text AS id FROM ledger_seal');
  return row!.id;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
