import { compareLeaves, type EventBreak, FIRST_PREVIOUS_HASH, merkleRoot } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { BEGINNING } from './seal-ledger.ts';
import {
  eventsBetween,
  hashOf,
  hashOfSeal,
  reasonBroken,
  type SealableEvent,
  sha256,
} from './sealed-events.ts';
import { lastSeal, leavesOfSeal, sealsBetween, type StoredSeal } from './seals.ts';

/** SEAL_CHANGED: a seal is not what its own hash says. CHAIN_BROKEN: it does not follow the one before. */
export type LedgerBreak = EventBreak | 'SEAL_CHANGED' | 'CHAIN_BROKEN';

export interface LedgerVerification {
  /** Sequences of the first and last seal that were looked at; null where there are none. */
  readonly from: number | null;
  readonly to: number | null;
  /** Of the organisation that was asked for; of all where none was. */
  readonly events: number;
  /** The seal that the next call should begin with; null at the end of the chain, and where something is broken. */
  readonly next: number | null;
  /** The hash of the last seal that was looked at and is whole. */
  readonly head: string | null;
  readonly broken: {
    readonly break: LedgerBreak;
    readonly sequence: number;
    /** The event that was changed or added, or before which one is missing; null where it concerns none, or the last is missing. */
    readonly eventId: string | null;
    readonly organisationId: string | null;
  } | null;
}

/** Events that one call looks at, about: it ends with the seal that reaches them. */
const MOST_EVENTS = 100_000;
const SEALS_AT_ONCE = 100;

/**
 * Makes every hash of the seals from `from` to `to` again from the events that are there, and says the first thing that is
 * not as it was sealed. Longer ranges come in parts: `next` says where to go on. Changes nothing.
 */
export async function verifyLedger(
  sql: Sql,
  range: {
    readonly from: number | null;
    readonly to: number | null;
    /** Whose events are counted: how many others have is theirs. */
    readonly organisationId?: string;
  },
  most = MOST_EVENTS,
): Promise<LedgerVerification> {
  const from = Math.max(range.from ?? 1, 1);
  const end = Math.min(range.to ?? Number.MAX_SAFE_INTEGER, (await lastSeal(sql))?.sequence ?? 0);
  let [before] = await sealsBetween(sql, from - 1, from - 1);
  let [events, all, looked] = [0, 0, null as number | null];
  const answer = (
    broken: LedgerVerification['broken'],
    next: number | null,
  ): LedgerVerification => ({
    from: looked === null ? null : from,
    to: looked,
    events,
    next,
    head: before?.sealHash ?? null,
    broken,
  });
  for (let at = from; at <= end;) {
    const seals = await sealsBetween(sql, at, Math.min(at + SEALS_AT_ONCE - 1, end));
    for (; seals.length > 0; at += 1) {
      const seal = seals.shift()!;
      looked = at;
      const found = await look(sql, at, before, seal);
      if ('break' in found) return answer({ sequence: at, ...found }, null);
      events += countOf(found, range.organisationId);
      all += seal.count;
      before = seal;
      if (all >= most && at < end) return answer(null, at + 1);
    }
    if (at <= end && (await sealsBetween(sql, at, at)).length === 0) {
      looked = at;
      return answer(
        { sequence: at, break: 'CHAIN_BROKEN', eventId: null, organisationId: null },
        null,
      );
    }
  }
  return answer(null, null);
}

function countOf(events: readonly SealableEvent[], organisationId: string | undefined): number {
  return organisationId === undefined
    ? events.length
    : events.filter(({ leaf }) => leaf.organisationId === organisationId).length;
}

/** The events of a seal, where all of it is as it was sealed; else what is not. */
async function look(
  sql: Sql,
  expected: number,
  before: StoredSeal | undefined,
  seal: StoredSeal,
): Promise<SealableEvent[] | Omit<NonNullable<LedgerVerification['broken']>, 'sequence'>> {
  const nobody = { eventId: null, organisationId: null };
  const leaves = await leavesOfSeal(sql, seal.sequence);
  const whole =
    hex(hashOfSeal(seal)) === seal.sealHash &&
    leaves.length === seal.count &&
    hex(merkleRoot(sha256, leaves)) === seal.merkleRoot;
  if (!whole) return { break: 'SEAL_CHANGED', ...nobody };
  const follows =
    seal.sequence === expected &&
    (expected === 1 || before !== undefined) &&
    seal.previousHash === (before?.sealHash ?? FIRST_PREVIOUS_HASH);
  if (!follows) return { break: 'CHAIN_BROKEN', ...nobody };
  const isFirstAbove = before?.floor !== seal.floor;
  const events = await eventsBetween(sql, isFirstAbove ? BEGINNING : before.to, seal);
  const differs = compareLeaves(
    leaves.map(hex),
    events.map((event) => hex(hashOf(event))),
  );
  const at = differs?.at ?? events.findIndex(reasonBroken);
  if (at < 0) return events;
  const event = events[at]?.leaf;
  return {
    break: differs?.break ?? 'EVENT_CHANGED',
    eventId: event?.id ?? null,
    organisationId: event?.organisationId ?? null,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
