export const SCOPE_KINDS = ['TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What belongs to one account. */
export const ACCOUNT_SCOPE_KINDS = [
  'TOPIC',
  'BOOK',
  'ACCOUNT',
] as const satisfies readonly ScopeKind[];

/** How far an opt-out of a topic or a marketing book counts (F9, D6): for itself, its account, the organisation. */
export const WIDENINGS = ['NONE', 'ACCOUNT', 'ORGANISATION'] as const;
export type Widening = (typeof WIDENINGS)[number];
