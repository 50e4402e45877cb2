/** What a wish is about: a topic, a book, an account, or all of an organisation. */
export interface ScopeShown {
  readonly kind: 'TOPIC' | 'BOOK' | 'ACCOUNT' | 'ORGANISATION';
  readonly id: string;
}

/** One opt-out, or a pause while a wish is reviewed; `since` is ISO 8601. */
export interface Standing {
  readonly scope: ScopeShown;
  /** The account whose own list it stands in; null: the organisation's. */
  readonly ownListOf: string | null;
  readonly state: 'PAUSED' | 'OPTED_OUT';
  readonly since: string;
  readonly requestId: string | null;
  /** What inside its scope it stops no more: they came back to it since. */
  readonly returnedTo: readonly ScopeShown[];
}

/** Whom it is about. */
export interface Whom {
  /** A keyed hash of the address, made by Adieu: 64 hexadecimal digits. */
  readonly key: string;
  readonly channel: 'EMAIL' | 'SMS';
  /** Masked, or in clear where that was asked for; null after an erasure: forget it then. */
  readonly address: string | null;
}

export type ListedSuppression = Whom & Standing;
/** All that stands for somebody now: it takes the place of what was known of them. None: they may be written to again. */
export type ChangedSuppressions = Whom & { readonly suppressions: readonly Standing[] };

/**
 * Where a copy of Adieu's opt-outs is kept: a table, a file. Each call is one step of yours; where one fails, the next
 * `followSuppressions` goes on from the cursor that was kept last, and nothing is lost by a step that is done twice.
 */
export interface SuppressionCopy {
  /** The cursor that was kept last; null where there is none yet. */
  cursor(): Promise<string | null>;
  /** The whole list follows: what was known is known no more once `end` was called. */
  begin(): Promise<void>;
  /** A page of the whole list. One address can be in more than one page. */
  add(page: readonly ListedSuppression[]): Promise<void>;
  /** The whole list was read. Keep the cursor in the same transaction. */
  end(cursor: string): Promise<void>;
  /** What changed. Keep the cursor in the same transaction. */
  change(changes: readonly ChangedSuppressions[], cursor: string): Promise<void>;
}
