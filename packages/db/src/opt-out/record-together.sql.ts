import { EARLY } from './burst.sql.ts';
import {
  DEADLINE,
  insertRequest,
  keptAs,
  placeByMessage,
  suppressed,
  SUPERSEDED,
  targetByMessage,
  TOLD,
  VERDICT,
} from './record-opt-out.sql.ts';

/**
 * Wishes by the links of several messages, of which each opens a request and waits for nobody: the steps of RECORD_BY_MESSAGE, for
 * many rows. What else there is to say of a wish that one says alone: it is not in the answer where it meets a request that stands, may be of a burst,
 * is none, or where its account or recipient is locked, as nobody may wait for somebody else's lock.
 *
 * $1 to $6 as there; $7 evidence of each, $8 their messages, each once.
 */
export const RECORD_TOGETHER = `
  WITH wish AS (SELECT * FROM unnest($8::uuid[], $7::jsonb[]) AS w(message_id, evidence)),
  ${placeByMessage('ANY ($8::uuid[])', 'FOR SHARE OF a SKIP LOCKED')},
  target AS (${targetByMessage('NULL::text', 'NULL::uuid')}),
  ${EARLY},
  ruling AS (
    SELECT t.*, v.state, v.suppression, NULL::uuid AS quarantine_id,
      ${DEADLINE} AS deadline,
      CASE WHEN v.on_timeout = 'POLICY' THEN t.on_timeout ELSE v.on_timeout END AS ruled_timeout
    FROM target t ${VERDICT}
    WHERE NOT t.exempt AND NOT EXISTS (SELECT FROM early e WHERE e.id = t.message_id)
  ),
  fence AS (
    SELECT r.id, u.message_id FROM recipient r JOIN ruling u ON u.recipient_id = r.id FOR NO KEY UPDATE OF r SKIP LOCKED
  ),
  ${SUPERSEDED},
  request AS (
    ${insertRequest('w.evidence')}
    FROM ruling u JOIN fence f ON f.message_id = u.message_id JOIN wish w ON w.message_id = u.message_id
    ON CONFLICT (address_key, list_id, channel, scope_id) WHERE state IN ('PENDING', 'CONFIRMED') DO NOTHING
    RETURNING q.*, NULL::text AS old_state, 'opened' AS effect
  ),
  ${suppressed('JOIN ruling u ON u.message_id = r.message_id')},
  ${keptAs('JOIN wish w ON w.message_id = r.message_id CROSS JOIN jsonb_to_record(w.evidence)')},
  ${TOLD}
  SELECT message_id AS "messageId", id AS "requestId", organisation_id AS "organisationId", recipient_id AS "recipientId",
    state, method, scope_kind AS "scopeKind", scope_id AS "scopeId", received_at AS "receivedAt", deadline,
    on_timeout AS "onTimeout", signal, suspicion, effect FROM request`;
