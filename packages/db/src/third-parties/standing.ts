import type { Channel, Scope, ScopeKind, SuppressionState } from '@adieu/domain';

/** One suppression, as third parties get it. */
export interface Standing {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  /** The account whose own list it stands in; null: the list of the organisation. */
  readonly ownListOf: string | null;
  readonly state: SuppressionState;
  readonly since: Date;
  readonly requestId: string | null;
  /** What inside its scope it gives way to: the recipient came back to it since. */
  readonly returnedTo: readonly Scope[];
}

/** Whom it is about. The address is null after an erasure, or where only its key was ever known. */
export interface StandingOf {
  /** Of the address, hexadecimal. */
  readonly key: string;
  readonly channel: Channel;
  readonly address: string | null;
}
