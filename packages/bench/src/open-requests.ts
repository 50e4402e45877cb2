import { addressKey } from '@adieu/keys';
import type { Scratch } from './scratch.ts';

const ADDRESSES_AT_ONCE = 10_000;

/** What makes a request easy to find: few, some or most of all are like it. */
export interface OpenRequests {
  /** Of one of them. */
  readonly address: string;
  readonly maskedAddress: string;
  /** An instant before which 1 in 100 was received, and one before which 1 in 100 ends. */
  readonly early: Date;
  readonly soon: Date;
}

/**
 * Fills the queue, set-based: `count` open requests of two books, by several ways and of both signals, 1 in 50 with a
 * note, from a campaign of twenty; and as many that admins and timers have decided before.
 */
export async function fillQueue(
  { db, seeded, analyze }: Scratch,
  count: number,
  now: Date,
): Promise<OpenRequests> {
  const { organisationId, ring } = seeded;
  const addressOf = (i: number): string => `person-${i}@bench-${i % 97}.example.test`;
  for (let from = 0; from < count * 2; from += ADDRESSES_AT_ONCE) {
    const addresses = Array.from({ length: ADDRESSES_AT_ONCE }, (_, i) => addressOf(from + i));
    await db.sql.rows(
      `INSERT INTO recipient (organisation_id, channel, address_key, address)
       SELECT $1, 'EMAIL', i.key, i.address FROM unnest($2::bytea[], $3::text[]) AS i(key, address)`,
      [organisationId, addresses.map((address) => addressKey(ring, 'EMAIL', address)), addresses],
    );
  }
  await db.sql.rows(CAMPAIGNS, [organisationId, seeded.accountId, seeded.newsletterId]);
  const values = [
    organisationId,
    seeded.accountId,
    seeded.newsletterId,
    seeded.staffId,
    now,
    count,
  ];
  await db.sql.rows(REQUESTS, values);
  await db.sql.rows(NOTES, [now]);
  await db.sql.rows(SUPPRESSIONS);
  await db.sql.rows(LEDGER);
  await analyze();
  const hour = 3_600_000;
  return {
    address: addressOf(1_234),
    maskedAddress: 'pe•••@be•••.test',
    early: new Date(now.getTime() - count * 990),
    soon: new Date(now.getTime() + hour),
  };
}

const CAMPAIGNS = `
  INSERT INTO campaign (organisation_id, account_id, address_book_id, name, channel, content, created_by)
  SELECT $1, $2, $3, 'Höstnytt ' || chr(64 + i), 'EMAIL', '{"channel": "EMAIL", "subject": {}}', 'bench' FROM generate_series(1, 20) i`;

// Half of them open, a second apart; the deadlines are in another order than the receipts.
const REQUESTS = `
  INSERT INTO opt_out_request (organisation_id, account_id, list_id, recipient_id, address_key, channel, scope_kind, scope_id,
    purpose, address_book_id, campaign_id, signal, method, state, received_at, deadline, on_timeout, policy_version,
    decided_at, decided_by_kind, decided_by, decision_reason)
  SELECT $1, $2, $1, r.id, r.address_key, 'EMAIL', 'BOOK', b.book, b.purpose, b.book, c.ids[1 + n % 20],
    CASE WHEN n % 20 = 0 THEN 'UNCLEAR' ELSE 'CLEAR' END,
    (ARRAY['LINK', 'LINK', 'LINK', 'MAILTO', 'MAILTO', 'MAIL_REPLY', 'API', 'ONE_CLICK', 'ONE_CLICK', 'LINK'])[1 + n % 10],
    CASE WHEN n < $6 THEN 'PENDING' ELSE (ARRAY['CONFIRMED', 'DECLINED', 'REVERTED'])[1 + n % 3] END,
    $5::timestamptz - (n % $6) * interval '1 second',
    CASE WHEN n < $6 OR n % 2 = 0 THEN $5::timestamptz + (n * 7919::bigint % $6) * interval '6 seconds' END, b.timeout, 1,
    CASE WHEN n >= $6 THEN $5::timestamptz - (n % 10000) * interval '1 minute' END,
    CASE WHEN n >= $6 THEN (ARRAY['KEY', 'TIMER'])[1 + n % 2] END,
    CASE WHEN n >= $6 AND n % 2 = 0 THEN 'admin ' || n % 10 END,
    CASE WHEN n >= $6 AND n % 40 = 0 THEN 'Du har jour på fredag, ring växeln ' || n END
  FROM (SELECT row_number() OVER (ORDER BY id)::int - 1 AS n, id, address_key FROM recipient WHERE organisation_id = $1) r
  CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM campaign) c
  CROSS JOIN LATERAL (SELECT CASE WHEN n % 100 = 3 THEN $3::uuid ELSE $4::uuid END AS book,
    CASE WHEN n % 100 = 3 THEN 'MARKETING' ELSE 'SERVICE' END AS purpose,
    CASE WHEN n % 100 = 3 THEN 'OPT_OUT' ELSE 'REVERT' END AS timeout) b`;

const NOTES = `
  INSERT INTO opt_out_evidence (request_id, organisation_id, at, kind, detail)
  SELECT id, organisation_id, $1, CASE WHEN n % 50 = 0 THEN 'NOTE' ELSE 'PAGE' END,
    CASE WHEN n % 50 = 0 THEN jsonb_build_object('note', 'Ringde växeln på måndagen, ärende ' || n) ELSE '{}' END
  FROM (SELECT row_number() OVER (ORDER BY id) AS n, id, organisation_id FROM opt_out_request) q`;

const SUPPRESSIONS = `
  INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since, request_id)
  SELECT address_key, list_id, channel, scope_id, scope_kind, CASE state WHEN 'PENDING' THEN 'PAUSED' ELSE 'OPTED_OUT' END,
    received_at, id FROM opt_out_request WHERE state IN ('PENDING', 'CONFIRMED')`;

const LEDGER = `
  INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id,
    signal, method, policy_version, new_state, actor_kind)
  SELECT organisation_id, received_at, 'REQUESTED', id, recipient_id, address_key, channel, scope_kind, scope_id, signal, method,
    policy_version, 'PENDING', 'RECIPIENT' FROM opt_out_request`;
