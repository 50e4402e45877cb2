import { type Canonical, canonicalJson } from './canonical-json.ts';

/**
 * What is sealed of an event, field by field. Texts are UUIDs, values of our enums, lower-case hex, or as said.
 * `reason` itself is not among them: it is free text that may have to be erased, so its salted hash stands for it (G-9).
 */
export interface Leaf {
  /** 1: this list. */
  readonly v: 1;
  /** Decimal; unique. */
  readonly id: string;
  /** Decimal number of the database transaction that wrote it. */
  readonly tx: string;
  readonly organisationId: string;
  /** UTC with microseconds, `2026-05-04T08:00:00.000000Z`. */
  readonly at: string;
  readonly type: string;
  readonly requestId: string | null;
  readonly recipientId: string | null;
  /** Keyed hash of the address; erasure leaves it (G-3). */
  readonly addressKey: string;
  readonly channel: string;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly signal: string | null;
  readonly method: string | null;
  readonly policyVersion: number | null;
  readonly oldState: string | null;
  readonly newState: string | null;
  readonly actorKind: string;
  /** Name of the key or person that acted. */
  readonly actor: string | null;
  /** SHA-256 over 16 bytes of salt and the reason's UTF-8; null where there was none. */
  readonly reasonHash: string | null;
  /** Ids, instants and words; never free text. */
  readonly detail: Canonical;
}

/** What is hashed of a leaf, as UTF-8: canonical JSON without what is null. */
export function leafText(leaf: Leaf): string {
  return canonicalJson({ ...leaf });
}
