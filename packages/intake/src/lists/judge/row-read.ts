import type { CellSays, RowReason } from '@adieu/domain';
import type { Addresses, BadAddress } from './read-addresses.ts';

/** A row whose cells were read, before it is judged. */
export interface RowRead {
  readonly line: number;
  readonly cells: readonly string[];
  readonly addresses: Addresses;
  readonly bad: readonly BadAddress[];
  /** What its columns of leaving say, and the first of them that does; null: it has none. */
  readonly leaving: { readonly at: number; readonly says: CellSays } | null;
}

/** Why a row is not taken; where one cell is to blame, its column. */
export interface Refused {
  readonly reason: RowReason;
  readonly at?: number;
  /** In place of the column's own name. */
  readonly field?: string;
  /** In place of the reason's own words. */
  readonly message?: string;
}
