import { createHash } from 'node:crypto';
import type { Sql } from '../sql.ts';
import type { Inbound } from './inbound.ts';

/**
 * Under which id one is to be stored whose own is taken; null where it came before. Gateways use ids again, and who gives none may
 * bring the same twice because it was said twice.
 */
export async function idBeside(sql: Sql, inbound: Inbound): Promise<string | null> {
  const { source, providerId, from, to, text, part } = inbound;
  // The id of a mail is made of what it says; its text is what was read of it since.
  if (inbound.channel !== 'EMAIL') {
    const [before] = await sql.rows<{ isSame: boolean }>(COMPARE, [
      source,
      providerId,
      from?.address ?? null,
      to,
      text,
      part?.ref ?? null,
      part?.number ?? null,
    ]);
    // It was taken away meanwhile.
    if (before === undefined) return providerId;
    if (!before.isSame) return `${providerId}#${digestOf([from?.address, to, text, part])}`;
  }
  if (!inbound.isGuess || from === null || from.addressKey === null) return null;
  const [last] = await sql.rows<{ times: number; isOver: boolean }>(SINCE, [
    source,
    providerId,
    from.addressKey,
    to,
  ]);
  return last?.isOver ? `${providerId}#${last.times + 1}` : null;
}

function digestOf(said: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

// The first part of a text holds all of it, once the others are there.
const COMPARE = `
  SELECT from_address IS NOT DISTINCT FROM $3 AND to_address = $4 AND part_ref IS NOT DISTINCT FROM $6
    AND part_number IS NOT DISTINCT FROM $7::smallint AND (part_ref IS NOT NULL OR text IS NOT DISTINCT FROM $5) AS "isSame"
  FROM inbound_message WHERE source = $1 AND provider_id = $2`;

/** Whether anything became of that number since: something else that it wrote there, or a return by whatever way. */
const SINCE = `
  WITH same AS (
    SELECT * FROM inbound_message WHERE from_key = $3 AND to_address = $4 AND source = $1
      AND (provider_id = $2 OR starts_with(provider_id, $2 || '#'))
  ), last AS (
    SELECT * FROM same ORDER BY id DESC LIMIT 1
  )
  SELECT (SELECT count(*)::int FROM same) AS times,
    EXISTS (SELECT FROM inbound_message i WHERE i.from_key = $3 AND i.to_address = $4 AND i.id > l.id)
    OR EXISTS (SELECT FROM opt_out_request q WHERE q.id = l.request_id AND q.state NOT IN ('PENDING', 'CONFIRMED'))
    OR EXISTS (SELECT FROM double_opt_in d JOIN recipient r ON r.id = d.recipient_id
      WHERE r.address_key = $3 AND d.confirmed_at >= l.received_at) AS "isOver"
  FROM last l`;
