import { createHash } from 'node:crypto';
import {
  type Hash,
  type Leaf,
  leafHash,
  leafText,
  type LedgerPosition,
  type Seal,
  sealText,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';

export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();

/** The hash of a seal. */
export function hashOfSeal(seal: Seal): Uint8Array {
  return sha256(Buffer.from(sealText(seal)));
}

/** An event as its leaf, with the reason that the leaf stands for and the salt of its hash (hex). */
export interface SealableEvent {
  readonly leaf: Leaf;
  readonly reason: string | null;
  readonly reasonSalt: string | null;
}

/** SQL of a leaf: each field as text that does not depend on the session. */
const LEAF = `
  jsonb_build_object('v', 1, 'id', e.id::text, 'tx', e.tx::text, 'organisationId', e.organisation_id,
    'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'type', e.type, 'requestId', e.request_id,
    'recipientId', e.recipient_id, 'addressKey', encode(e.address_key, 'hex'), 'channel', e.channel,
    'scopeKind', e.scope_kind, 'scopeId', e.scope_id, 'signal', e.signal, 'method', e.method,
    'policyVersion', e.policy_version, 'oldState', e.old_state, 'newState', e.new_state, 'actorKind', e.actor_kind,
    'actor', e.actor, 'reasonHash', encode(e.reason_hash, 'hex'), 'detail', e.detail) AS leaf,
  e.reason, encode(e.reason_salt, 'hex') AS "reasonSalt"`;

/** Events above a floor and after a position that no transaction can precede any more, in order: the next ones to seal. */
export async function settledEvents(
  sql: Sql,
  after: LedgerPosition & { readonly floor: string },
  limit: number,
): Promise<SealableEvent[]> {
  // One statement, so one snapshot: what is below its xmin has ended, and is seen here if it committed. What is seen and
  // lies above its xmax came with a dump, from transactions that this cluster has not reached.
  return sql.rows(
    `SELECT ${LEAF} FROM ledger_event e
     WHERE e.id > $1::bigint AND (e.tx, e.id) > ($2::xid8, $3::bigint)
       AND (e.tx < pg_snapshot_xmin(pg_current_snapshot()) OR e.tx >= pg_snapshot_xmax(pg_current_snapshot()))
     ORDER BY e.tx, e.id LIMIT $4`,
    [after.floor, after.tx, after.id, limit],
  );
}

/** Events after a position up to the end of a seal, in order: its own, and whatever was put between them. */
export async function eventsBetween(
  sql: Sql,
  after: LedgerPosition,
  seal: Pick<Seal, 'floor' | 'to'>,
): Promise<SealableEvent[]> {
  return sql.rows(
    `SELECT ${LEAF} FROM ledger_event e
     WHERE (e.tx, e.id) > ($1::xid8, $2::bigint) AND (e.tx, e.id) <= ($3::xid8, $4::bigint) AND e.id > $5::bigint
       AND e.id <= coalesce((SELECT min(floor_id) FROM ledger_seal WHERE floor_id > $5::bigint), 9223372036854775807)
     ORDER BY e.tx, e.id`,
    [after.tx, after.id, seal.to.tx, seal.to.id, seal.floor],
  );
}

/** Events of one request, or that name a double opt-in, a proof or a consent in their detail; in order. */
export async function eventsAbout(
  sql: Sql,
  subject: { readonly organisationId: string } & (
    | { readonly requestId: string }
    | { readonly doubleOptInId: string }
    | { readonly consentId: string }
    | { readonly eventId: string }
  ),
): Promise<SealableEvent[]> {
  const [where, value] =
    'requestId' in subject
      ? ['e.request_id = $2::uuid', subject.requestId]
      : 'doubleOptInId' in subject
        ? [
            "e.detail->>'doubleOptInId' = $2::text AND e.address_key = (SELECT address_key FROM double_opt_in_proof WHERE double_opt_in_id = $2::text::uuid)",
            subject.doubleOptInId,
          ]
        : 'consentId' in subject
          ? [
              "e.detail->>'consentId' = $2::text AND e.address_key = (SELECT address_key FROM consent_record WHERE id = $2::text::uuid)",
              subject.consentId,
            ]
          : ['e.id = $2::bigint', subject.eventId];
  return sql.rows(
    `SELECT ${LEAF} FROM ledger_event e WHERE e.organisation_id = $1 AND ${where} ORDER BY e.tx, e.id`,
    [subject.organisationId, value],
  );
}

/** The hash of an event's leaf. */
export function hashOf({ leaf }: SealableEvent): Uint8Array {
  return leafHash(sha256, Buffer.from(leafText(leaf)));
}

/** True where an event still has its reason and that is not what was hashed when it was written. */
export function reasonBroken({ leaf, reason, reasonSalt }: SealableEvent): boolean {
  if (reason === null) return false;
  const hash = createHash('sha256')
    .update(Buffer.from(reasonSalt ?? '', 'hex'))
    .update(reason)
    .digest('hex');
  return hash !== leaf.reasonHash;
}
