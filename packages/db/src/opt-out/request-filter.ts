import {
  type ActorKind,
  type Channel,
  CHANNELS,
  type OptOutMethod,
  type Purpose,
  type RequestState,
  type ScopeKind,
  type Signal,
} from '@adieu/domain';
import { escapeLike, reasonHolds, type TextMatches } from './find-text.ts';

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
  readonly quarantineId?: string | null;
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
const CONDITIONS: Readonly<
  Record<Exclude<keyof RequestFilter, keyof typeof LISTS | 'text'>, Condition>
> = {
  channel: equals('channel'),
  addressBookId: equals('address_book_id'),
  accountId: equals('account_id'),
  quarantineId: equals('quarantine_id'),
  receivedAfter: (value) => `q.received_at >= ${value}::timestamptz`,
  receivedBefore: (value) => `q.received_at < ${value}::timestamptz`,
  deadlineAfter: (value) => `q.deadline >= ${value}::timestamptz`,
  deadlineBefore: (value) => `q.deadline < ${value}::timestamptz`,
  decidedByKind: equals('decided_by_kind'),
  decidedByName: equals('decided_by'),
  addressKey: (value) => `q.recipient_id IN (
    SELECT id FROM recipient WHERE organisation_id = $1 AND channel IN ('${CHANNELS.join("', '")}') AND address_key = ${value}::bytea)`,
  maskedAddress: (value) =>
    `q.recipient_id IN (SELECT unnest(recipients_like($1, ${value}::text)))`,
};

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
  found: TextMatches | null,
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
  if (found !== null) conditions.push(textCondition(found, place));
  return { where: conditions.join(' AND '), values };
}

/** A kind that holds the text nowhere is not asked for: an index then still finds the others. */
function textCondition(found: TextMatches, place: (value: unknown) => string): string {
  const { requestIds, campaignIds, scopeIds, pattern } = found;
  const oneOf = (column: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`q.${column} = ANY (${place(ids)}::uuid[])`];
  const any = [...oneOf('campaign_id', campaignIds), ...oneOf('scope_id', scopeIds)];
  if (requestIds !== null) any.push(...oneOf('id', requestIds));
  else {
    const text = place(pattern);
    any.push(
      `q.id IN (SELECT unnest(requests_by_note($1, ${text}, NULL)))`,
      `(${reasonHolds(text)})`,
    );
  }
  return any.length === 0 ? 'false' : `(${any.join(' OR ')})`;
}

const VALUES: Readonly<Record<string, (value: string) => string>> = {
  maskedAddress: (mask) =>
    mask
      .split(/[•*]+/)
      .map((part) => escapeLike(part))
      .join('%'),
};
