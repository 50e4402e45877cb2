import type { Channel, Language } from '@adieu/domain';

/** A row of a list of contacts, as a reader of `intake` makes it: one person. */
export interface ContactRow {
  readonly line: number;
  /** At least one, and at most one for each channel; in their normal form. */
  readonly addresses: readonly { readonly channel: Channel; readonly address: string }[];
  readonly language: Language | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface RejectedRow {
  /** 1 = the first line of the file. */
  readonly line: number;
  readonly field: string | null;
  readonly message: string;
}
