import type {
  ActorKind,
  Channel,
  OptOutMethod,
  Purpose,
  RequestState,
  ScopeKind,
  Signal,
} from '@adieu/domain';

/** What is null or not given does not matter. */
export interface RequestFilter {
  readonly states?: readonly RequestState[] | null;
  readonly signals?: readonly Signal[] | null;
  readonly methods?: readonly OptOutMethod[] | null;
  readonly purposes?: readonly Purpose[] | null;
  readonly scopeKinds?: readonly ScopeKind[] | null;
  readonly channel?: Channel | null;
  readonly addressBookId?: string | null;
  readonly accountId?: string | null;
  readonly receivedAfter?: Date | null;
  readonly receivedBefore?: Date | null;
  readonly deadlineAfter?: Date | null;
  readonly deadlineBefore?: Date | null;
  readonly decidedByKind?: ActorKind | null;
  readonly decidedByName?: string | null;
  readonly addressKey?: Buffer | null;
  /** As it begins, the first letters of its domain, and how it ends: what a mask leaves of an address. */
  readonly maskedAddress?: string | null;
  /** Part of a note, a reason, or the name of a campaign or scope; case and accents do not matter. */
  readonly text?: string | null;
}

type Condition = (value: string) => string;

const equals =
  (column: string): Condition =>
  (value) =>
    `q.${column} = ${value}`;

/** What each filter of one value asks; `value` is the place of its parameter. $1 is the organisation. */
const CONDITIONS: Readonly<Record<Exclude<keyof RequestFilter, keyof typeof LISTS>, Condition>> = {
  channel: equals('channel'),
  addressBookId: equals('address_book_id'),
  accountId: equals('account_id'),
  receivedAfter: (value) => `q.received_at >= ${value}::timestamptz`,
  receivedBefore: (value) => `q.received_at < ${value}::timestamptz`,
  deadlineAfter: (value) => `q.deadline >= ${value}::timestamptz`,
  deadlineBefore: (value) => `q.deadline < ${value}::timestamptz`,
  decidedByKind: equals('decided_by_kind'),
  decidedByName: equals('decided_by'),
  addressKey: (value) => `q.recipient_id IN (
    SELECT id FROM recipient WHERE organisation_id = $1 AND channel IN ('EMAIL', 'SMS') AND address_key = ${value}::bytea)`,
  maskedAddress: (value) => `q.recipient_id IN (
    SELECT id FROM recipient WHERE organisation_id = $1 AND address LIKE ${value}::text)`,
  text: (value) => `(
    q.id IN (SELECT request_id FROM opt_out_evidence
      WHERE detail ->> 'note' IS NOT NULL AND fold_text(detail ->> 'note') LIKE fold_text(${value}))
    OR q.id IN (SELECT id FROM opt_out_request
      WHERE organisation_id = $1 AND (reason_text IS NOT NULL OR decision_reason IS NOT NULL)
        AND fold_text(coalesce(reason_text, '') || ' ' || coalesce(decision_reason, '')) LIKE fold_text(${value}))
    OR q.campaign_id IN (SELECT id FROM campaign WHERE organisation_id = $1 AND fold_text(name) LIKE fold_text(${value}))
    OR q.scope_id IN (${NAMED_SCOPES} AND fold_text(s.name) LIKE fold_text(${value})))`,
};

const NAMED_SCOPES = `
  SELECT s.id FROM (
    SELECT id, name, id AS organisation_id FROM organisation
    UNION ALL SELECT id, name, organisation_id FROM account
    UNION ALL SELECT b.id, b.name, a.organisation_id FROM address_book b JOIN account a ON a.id = b.account_id
    UNION ALL SELECT t.id, t.name, a.organisation_id FROM topic t JOIN account a ON a.id = t.account_id
  ) s WHERE s.organisation_id = $1`;

/** The filters of several values, and their columns. */
const LISTS = {
  states: 'state',
  signals: 'signal',
  methods: 'method',
  purposes: 'purpose',
  scopeKinds: 'scope_kind',
} as const;

/**
 * The WHERE of a filter and its values, the organisation's first. One value of a list is asked for by `=`, not ANY: only
 * then does an index that begins with it give its rows in order.
 */
export function whereOf(
  organisationId: string,
  filter: RequestFilter,
): { where: string; values: unknown[] } {
  const conditions = ['q.organisation_id = $1'];
  const values: unknown[] = [organisationId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  for (const [name, column] of Object.entries(LISTS)) {
    const list = filter[name as keyof typeof LISTS];
    if (list === null || list === undefined) continue;
    if (list.length === 1) conditions.push(`q.${column} = ${place(list[0])}`);
    else conditions.push(`q.${column} = ANY (${place(list)}::text[])`);
  }
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = filter[name as keyof typeof CONDITIONS];
    if (value === null || value === undefined) continue;
    conditions.push(condition(place(VALUES[name]?.(value as string) ?? value)));
  }
  return { where: conditions.join(' AND '), values };
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

const VALUES: Readonly<Record<string, (value: string) => string>> = {
  maskedAddress: (mask) => mask.split(/[•*]+/).map(escaped).join('%'),
  text: (text) => `%${escaped(text)}%`,
};
