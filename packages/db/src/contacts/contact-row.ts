import type { Channel, Language } from '@adieu/domain';

/** The addresses of a row: at least one, and at most one for each channel; in their normal form. */
type RowAddresses = readonly { readonly channel: Channel; readonly address: string }[];

/** A row of a list of contacts, as a reader of `intake` makes it: one person. */
export interface ContactRow {
  readonly line: number;
  readonly addresses: RowAddresses;
  readonly language: Language | null;
  readonly fields: Readonly<Record<string, string>>;
  /** The groups that they are in, added to those that the contact has. */
  readonly tags?: readonly string[];
  /** What of it was not understood, and taken all the same. */
  readonly notes?: readonly RowNote[];
}

/** A row that says of its person that they left. They do not become a contact. */
export interface OptOutRow {
  readonly line: number;
  readonly optsOut: true;
  readonly addresses: RowAddresses;
}

export interface BlankRow {
  readonly line: number;
  readonly blank: true;
}

export interface RejectedRow {
  /** 1 = the first line of the file. */
  readonly line: number;
  readonly field: string | null;
  readonly message: string;
}

/** What is told of a row that is not rejected. */
export type RowNote = RejectedRow;

export type ListRow = ContactRow | OptOutRow | BlankRow | RejectedRow;
