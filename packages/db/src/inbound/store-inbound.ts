import type { ParkedBecause } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import type { Inbound } from './inbound.ts';
import { idBeside } from './repetition.ts';

/** What is known of one when it is stored. */
export type StoredAs =
  /** To be read from `dueAt` on by whoever looks for such, if it was not read before. */
  | { readonly state: 'RECEIVED'; readonly dueAt: Date }
  /** It asks for nothing, as is seen without any look into the record. */
  | { readonly state: 'UNDERSTOOD' }
  | { readonly state: 'PARKED'; readonly because: ParkedBecause };

export interface Stored {
  readonly id: string;
  /** Its own, or that beside it which tells it from another of the same id. */
  readonly providerId: string;
}

/** Stores what came in; null where it came before. */
export async function storeInbound(
  sql: Sql,
  inbound: Inbound,
  as: StoredAs,
  now: Date,
): Promise<Stored | null> {
  const stored = await store(sql, inbound, as, now);
  if (stored !== null) return stored;
  const providerId = await idBeside(sql, inbound);
  return providerId === null ? null : store(sql, { ...inbound, providerId }, as, now);
}

async function store(sql: Sql, inbound: Inbound, as: StoredAs, now: Date): Promise<Stored | null> {
  const [row] = await sql.rows<Stored>(STORE, [
    inbound.channel,
    inbound.source,
    inbound.providerId,
    inbound.raw,
    inbound.from?.addressKey ?? null,
    inbound.from?.address ?? null,
    inbound.to,
    inbound.text,
    inbound.hint,
    inbound.part?.ref ?? null,
    inbound.part?.number ?? null,
    inbound.part?.of ?? null,
    inbound.sentAt,
    now,
    as.state,
    as.state === 'RECEIVED' ? as.dueAt : null,
    as.state === 'PARKED' ? as.because : null,
    inbound.envelope === undefined ? null : JSON.stringify(inbound.envelope),
  ]);
  return row ?? null;
}

// A clock that goes wrong must not make a word the last one for ever. What asks for nothing is shown to the organisation that
// has it, or alone sends from there and nobody else has it; whose all else is, is found when it is read.
const STORE = `
  INSERT INTO inbound_message (channel, source, provider_id, raw, from_key, from_address, to_address, text, hint,
    part_ref, part_number, part_of, sent_at, received_at, changed_at, state, due_at, parked_because, envelope, outcome, organisation_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, least($13::timestamptz, $14::timestamptz), $14, $14, $15, $16, $17, $18::jsonb,
    CASE WHEN $15 = 'UNDERSTOOD' THEN 'NOTHING' END,
    CASE WHEN $15 = 'UNDERSTOOD' THEN (
      SELECT CASE count(DISTINCT a.organisation_id) WHEN 1 THEN min(a.organisation_id::text)::uuid END
      FROM sender s JOIN account a ON a.id = s.account_id WHERE s.address = $7 AND s.kind <> 'EMAIL'
        AND coalesce(sms_sender_owner(s.kind, s.address, s.keyword_form) = a.organisation_id, true)) END)
  ON CONFLICT (source, provider_id) DO NOTHING
  RETURNING id, provider_id AS "providerId"`;
