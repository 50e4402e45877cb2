import { createHash } from 'node:crypto';
import {
  type ActorKind,
  type EvidenceKind,
  keepHeaders,
  METHODS,
  type OptOutMethod,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What speaks for a wish; kept apart from the request and for a shorter time. Holds neither token nor address. */
export interface Evidence {
  /** Hex SHA-256 of what came in, body and kept headers; of the evidence itself where nothing raw came. */
  readonly sha256?: string;
  /** Path of the page as a pattern: `/u/:token`. */
  readonly path?: string;
  /** IP address; kept where the organisation keeps them, and for a shorter time than the rest. */
  readonly origin?: string;
  /** Lower-case names; those of the list of kept headers are kept (keepHeaders). */
  readonly headers?: Readonly<Record<string, string | null | undefined>>;
  /** What somebody wrote down. */
  readonly note?: string;
  /** When somebody else says that it was sent. */
  readonly sentAt?: Date;
  /** Why Adieu itself made this wish of another. */
  readonly because?: string;
}

/** Evidence as the statement takes it. `voice` tells apart the wishes that meet in one request (W-10, O-8). */
export function writeEvidence(
  evidence: Evidence,
  method: OptOutMethod,
  actor: { readonly kind: ActorKind; readonly name: string | null },
): string {
  const { path = null, origin = null, note, because, sentAt } = evidence;
  const headers = keepHeaders(evidence.headers ?? {});
  const detail = { ...(note && { note }), ...(because && { because }), ...(sentAt && { sentAt }) };
  const sha256 = evidence.sha256 ?? hash(JSON.stringify([path, headers, detail])).toString('hex');
  const voice = hash(JSON.stringify([method, actor.kind, actor.name, sha256]))
    .subarray(0, 12)
    .toString('base64url');
  const kind = METHODS[method].evidence;
  return JSON.stringify({ kind, sha256, path, origin, headers, detail, voice });
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export interface StoredEvidence {
  readonly id: string;
  readonly requestId: string;
  readonly kind: EvidenceKind;
  readonly at: Date;
  /** Null for what was kept before there were hashes. */
  readonly sha256: Buffer | null;
  readonly path: string | null;
  readonly origin: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly note: string | null;
  /** When retention takes it away, as the organisation's setting is now. */
  readonly keepUntil: Date;
}

/** What speaks for these requests, the oldest first. */
export async function evidenceOfRequests(
  sql: Sql,
  organisationId: string,
  requestIds: readonly string[],
): Promise<StoredEvidence[]> {
  return sql.rows(
    `SELECT e.id, e.request_id AS "requestId", e.kind, e.at, e.sha256, e.path, e.origin, e.headers,
       coalesce(e.detail ->> 'note', e.detail ->> 'because') AS note, e.at + o.evidence_retention::interval AS "keepUntil"
     FROM opt_out_evidence e JOIN organisation o ON o.id = e.organisation_id
     WHERE e.organisation_id = $1 AND e.request_id = ANY ($2::uuid[]) ORDER BY e.at, e.id`,
    [organisationId, requestIds],
  );
}
