import type { Sql } from '../src/index.ts';

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** The table and the column of it that it refers to, by itself rather than with others; null where it refers to none. */
  readonly parent: string | null;
  readonly referred: string | null;
}

/** By its table, as JSON. */
export type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * The columns that a row must have: those without default or null, those by which it is of somebody, and every reference. Never
 * what is generated.
 */
export async function columnsOf(sql: Sql): Promise<Column[]> {
  return sql.rows<Column>(
    `SELECT DISTINCT ON (c.relname, a.attnum) c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type,
       p.relname AS parent, f.attname AS referred
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey) AND k.confrelid <> c.oid
     LEFT JOIN pg_class p ON p.oid = k.confrelid
     LEFT JOIN pg_attribute f ON f.attrelid = p.oid AND f.attnum = k.confkey[array_position(k.conkey, a.attnum)]
     WHERE c.relnamespace = 'public'::regnamespace AND a.attgenerated = '' AND a.attidentity = ''
       AND EXISTS (SELECT FROM pg_policy y WHERE y.polrelid = c.oid)
       AND (p.oid IS NOT NULL OR a.attnotnull AND NOT a.atthasdef OR a.attname IN ('id', 'organisation_id', 'list_id'))
     ORDER BY c.relname, a.attnum, cardinality(k.conkey)`,
  );
}

/**
 * Takes all that looks at rows off the tables, but policies, so that a row may say anything: what is asked here is whose it is.
 */
export async function takeChecksOff(sql: Sql): Promise<void> {
  await sql.rows(`DO $do$ DECLARE one record; BEGIN
    FOR one IN SELECT conrelid::regclass AS "table", conname FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one."table", one.conname);
    END LOOP;
    FOR one IN SELECT oid::regclass AS "table" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER ALL', one."table");
    END LOOP;
  END $do$`);
}

/** A row of an organisation in every table that has a policy for tenants. Its references are to rows of the same. */
export async function rowOfEach(
  sql: Sql,
  columns: readonly Column[],
  organisationId: string,
): Promise<Rows> {
  const byTable = Map.groupBy(columns, ({ table }) => table);
  const rows = new Map<string, Record<string, unknown>>();
  const make = async (table: string): Promise<Record<string, unknown>> => {
    const known = rows.get(table);
    if (known !== undefined) return known;
    const values: Record<string, unknown> = {};
    for (const { name, type, parent, referred } of byTable.get(table)!)
      values[name] =
        parent !== null
          ? parent === 'organisation'
            ? organisationId
            : (await make(parent))[referred!]
          : valueFor(name, type, organisationId);
    if (table === 'organisation') values['id'] = organisationId;
    // A policy has one owner.
    if (table === 'opt_out_policy')
      Object.assign(values, { address_book_id: null, account_id: null });
    const names = Object.keys(values);
    const [row] = await sql.once<Record<string, unknown>>(
      `INSERT INTO ${table} AS t (${names.map((name) => `"${name}"`).join(', ')})
       SELECT ${names.map((name) => `r."${name}"`).join(', ')} FROM jsonb_populate_record(NULL::${table}, $1) r
       RETURNING to_jsonb(t) AS row`,
      [JSON.stringify(values)],
    );
    const made = row!['row'] as Record<string, unknown>;
    rows.set(table, made);
    return made;
  };
  for (const table of byTable.keys()) await make(table);
  return rows;
}

let n = 0;
function valueFor(name: string, type: string, organisationId: string): unknown {
  n += 1;
  if (name === 'list_id' || name === 'organisation_id') return organisationId;
  if (type === 'xid8') return `${n}`;
  if (type === 'uuid') return crypto.randomUUID();
  if (type === 'bytea') return `\\x${n.toString(16).padStart(64, '0')}`;
  if (type.endsWith('[]')) return [];
  if (type === 'jsonb') return {};
  if (type === 'boolean') return false;
  if (/int|numeric|double/.test(type)) return n;
  if (type === 'date' || type.startsWith('timestamp')) return '2026-05-04T08:00:00Z';
  return `text ${n}`;
}

/**
 * Columns that refer to another table of organisations and are not looked at: their row is written in the statement that
 * writes what they refer to, which does not see it yet; or, of messages, by the million, from a campaign's own audience.
 */
export const UNSEEN_REFERENCES: readonly string[] = [
  'campaign_recipient.recipient_id',
  'contact_address.contact_id',
  'message.contact_id',
  'message.recipient_id',
  'opt_out_evidence.request_id',
  'opt_out_request.quarantine_id',
];

/** Ids without a foreign key, as what they refer to may go first, that a row must not be written with where they are another's. */
export const LOOSE_REFERENCES: readonly { table: string; name: string; parent: string }[] = [
  { table: 'complaint', name: 'campaign_id', parent: 'campaign' },
  { table: 'consent_record', name: 'list_id', parent: 'organisation' },
  { table: 'double_opt_in', name: 'list_id', parent: 'organisation' },
  { table: 'double_opt_in_proof', name: 'double_opt_in_id', parent: 'double_opt_in' },
  { table: 'double_opt_in_proof', name: 'list_id', parent: 'organisation' },
  { table: 'opt_out_request', name: 'campaign_id', parent: 'campaign' },
  { table: 'opt_out_request', name: 'list_id', parent: 'organisation' },
  { table: 'suppression', name: 'list_id', parent: 'organisation' },
];

/** Lists of ids, each with what looks at them as their row is written, or keeps them from reaching another organisation. */
export const LISTS_OF_IDS: Readonly<Record<string, string>> = {
  'opt_out_policy.tell': 'looked at: members of the same alone',
  'suppression.returned_to': 'narrows what stands there, of that list alone',
  'webhook_endpoint.told': 'the worker writes it, of members of the same',
};

/** The rest of them, each with what keeps it from reaching another organisation. */
export const HARMLESS_IDS: Readonly<Record<string, string>> = {
  'campaign_domain.quarantine_id': 'the sender writes it, for a campaign of the same',
  'complaint.message_id': 'nothing is looked up by it but whether it was told before',
  'complaint.recipient_id': 'counted, and no more',
  'consent_record.scope_id': 'within a list that is looked at',
  'double_opt_in.scope_id': 'within a list that is looked at',
  'double_opt_in_proof.scope_id': 'within a list that is looked at',
  'inbound_message.double_opt_in_id': 'the gateways’ route writes it',
  'ledger_event.recipient_id': 'told, and never acted on',
  'ledger_event.request_id': 'told, and looked up as the organisation that follows',
  'ledger_event.scope_id': 'told, and never acted on',
  'list_import.scope_id':
    'looked for in its own organisation before it is written, and again by each chunk',
  'opt_out_policy.owner_id': 'made by the database of columns that are looked at',
  'opt_out_request.message_id': 'its receipt is of the request’s own recipient',
  'opt_out_request.policy_owner_id': 'which policy it was judged by: told, and never acted on',
  'opt_out_request.requested_scope_id': 'told beside the scope that counts',
  'opt_out_request.scope_id': 'within a list that is looked at',
  'suppression.request_id': 'told, and looked up as the organisation that asks',
  'suppression.scope_id': 'within a list that is looked at',
  'webhook_delivery.event_id': 'a keyed hash, by which nothing is looked up but this row',
  'webhook_delivery.recipient_id': 'their erasure takes the body away, and no more',
};
