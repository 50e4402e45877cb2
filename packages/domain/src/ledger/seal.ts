import { canonicalJson } from './canonical-json.ts';

/** A place in the order of the ledger: transaction, then id within it; both decimal. */
export interface LedgerPosition {
  readonly tx: string;
  readonly id: string;
}

/** One link of the chain. Hashes are lower-case hex of 32 bytes. */
export interface Seal {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** Only events above this id; rises where a restored database began to count its transactions anew. */
  readonly floor: string;
  /** Of the first and the last event in it. */
  readonly from: LedgerPosition;
  readonly to: LedgerPosition;
  readonly count: number;
  readonly merkleRoot: string;
  /** The `sealHash` of the seal before; 64 zeros for the first. */
  readonly previousHash: string;
  /** UTC with milliseconds. */
  readonly sealedAt: string;
}

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** What is hashed of a seal, as UTF-8: canonical JSON of its fields and `v` 1. */
export function sealText(seal: Seal): string {
  const { sequence, floor, from, to, count, merkleRoot, previousHash, sealedAt } = seal;
  const sealed = {
    v: 1,
    sequence,
    floor,
    from: { tx: from.tx, id: from.id },
    to: { tx: to.tx, id: to.id },
    count,
    merkleRoot,
    previousHash,
    sealedAt,
  };
  return canonicalJson(sealed);
}
