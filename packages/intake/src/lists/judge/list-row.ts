import type { RejectedRow, RowNote } from '@adieu/db';
import type { Language, ListFormat, ListKind, RowReason } from '@adieu/domain';
import type { ListMapping } from './list-mapping.ts';
import type { Addresses } from './read-addresses.ts';

/** How the rows of a list are judged. */
export interface JudgeBy {
  readonly kind: ListKind;
  readonly mapping: ListMapping;
  readonly format: ListFormat;
  /** Of numbers without one; null: none is assumed. */
  readonly country: string | null;
}

/** A row that is not taken: where it is, what stands there (masked), why, and what to do. */
export interface RejectedListRow extends RejectedRow {
  /** Of a workbook: the letters of its column and the number of its row. */
  readonly cell: string | null;
  readonly value: string;
  readonly reason: RowReason;
  readonly remedy: string;
}

/** Somebody who left. */
export interface AcceptedOptOut {
  readonly line: number;
  readonly optsOut: true;
  readonly addresses: Addresses;
  /** As the list says; null: it does not. */
  readonly since: Date | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly notes?: readonly RowNote[];
}

/** Somebody who is to be in a book. */
export interface AcceptedContact {
  readonly line: number;
  readonly addresses: Addresses;
  readonly language: Language | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** As the columns of consents say; null: they say nothing. */
  readonly consent: ListedConsent | null;
  readonly notes?: readonly RowNote[];
}

/** What a list says of a consent: whether that is one is judged where it is recorded. */
export interface ListedConsent {
  readonly text: string;
  readonly source: string;
  readonly obtainedAt: Date | null;
}

export type JudgedRow =
  | AcceptedOptOut
  | AcceptedContact
  | { readonly line: number; readonly blank: true }
  | RejectedListRow;
