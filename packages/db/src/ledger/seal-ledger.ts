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
    if (last !== null) await refuseLostOrder(sql);
    const events = await settledEvents(sql, last?.to ?? BEGINNING, limit);
    const [first, end] = [events[0], events.at(-1)];
    if (first === undefined || end === undefined) return null;
    const leaves = events.map(hashOf);
    const seal = {
      sequence: (last?.sequence ?? 0) + 1,
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
         leaf_hashes, sealed_at)
       VALUES ($1, $2::xid8, $3, $4::xid8, $5, $6, decode($7, 'hex'), decode($8, 'hex'), decode($9, 'hex'), $10, $11)`,
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
      ],
    );
    return { sequence: seal.sequence, count: seal.count, sealHash: hash };
  });
}

/**
 * A dump that was restored into another cluster brings events from transactions that this one has not reached: new events
 * would sort before them and never be sealed. Better a fault that says so each minute (docs/operations.md).
 */
async function refuseLostOrder(sql: Sql): Promise<void> {
  const [row] = await sql.rows<{ lost: boolean }>(
    `SELECT max(tx) >= pg_snapshot_xmax(pg_current_snapshot()) AS lost FROM (
       SELECT tx FROM ledger_event ORDER BY tx DESC, id DESC LIMIT 1
     ) e`,
  );
  if (row?.lost)
    throw new Error(
      'the ledger holds events of transactions that this database has not reached: it was restored from a dump. ' +
        'Move its transaction counter on: docs/operations.md, "After a restore"',
    );
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
