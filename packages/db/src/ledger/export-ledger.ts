import { canonicalJson, inclusionPath } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { eventsAbout, hashOf, type SealableEvent, sha256 } from './sealed-events.ts';
import { sealOf, sealsBetween, type StoredSeal } from './seals.ts';

/** Where an event stands in its seal; all that is needed to come from its leaf to the seal's root. Hashes are hex. */
export interface InclusionProof {
  readonly sequence: number;
  readonly index: number;
  readonly path: readonly string[];
}

export interface ProvenEvent {
  /** The bytes that were sealed, as text: canonical JSON. */
  readonly leaf: string;
  readonly reason: string | null;
  /** Hex; `reasonHash` of the leaf is SHA-256 over its bytes and the reason. */
  readonly reasonSalt: string | null;
  /** Null where the event is too young to be sealed. */
  readonly proof: InclusionProof | null;
}

/** What `tools/verify-ledger` reads. */
export interface LedgerExport {
  readonly format: 'adieu-ledger-export/1';
  readonly exportedAt: string;
  readonly about: Readonly<Record<string, string>>;
  readonly events: readonly ProvenEvent[];
  /** From the first seal that the events name to the last, without a gap. */
  readonly seals: readonly StoredSeal[];
  /** A printable consent proof and its hash, where the export is about one. */
  readonly document?: { readonly html: string; readonly sha256: string };
}

export type LedgerSubject = Parameters<typeof eventsAbout>[1];

/** The events about a subject, each with its inclusion proof, and the links of the chain between them. */
export async function exportLedger(
  sql: Sql,
  subject: LedgerSubject,
  now: Date,
): Promise<LedgerExport> {
  const events: ProvenEvent[] = [];
  for (const event of await eventsAbout(sql, subject)) events.push(await proven(sql, event));
  const sequences = events.flatMap(({ proof }) => (proof === null ? [] : [proof.sequence]));
  const seals =
    sequences.length === 0
      ? []
      : await sealsBetween(sql, Math.min(...sequences), Math.max(...sequences));
  return {
    format: 'adieu-ledger-export/1',
    exportedAt: now.toISOString(),
    about: { ...subject },
    events,
    seals,
  };
}

async function proven(sql: Sql, event: SealableEvent): Promise<ProvenEvent> {
  const { leaf, reason, reasonSalt } = event;
  const seal = await sealOf(sql, leaf);
  const text = canonicalJson({ ...leaf });
  if (seal === null) return { leaf: text, reason, reasonSalt, proof: null };
  const hash = Buffer.from(hashOf(event));
  // An event that was changed has no place: any path of its seal will then say so.
  const index = Math.max(
    0,
    seal.leaves.findIndex((each) => each.equals(hash)),
  );
  const path = inclusionPath(sha256, seal.leaves, index).map((each) =>
    Buffer.from(each).toString('hex'),
  );
  return { leaf: text, reason, reasonSalt, proof: { sequence: seal.sequence, index, path } };
}
