import type { Language } from '@adieu/domain';

/** A row of a list of contacts, as a reader of `intake` makes it. */
export interface ContactRow {
  readonly line: number;
  readonly address: string;
  readonly language: Language | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface RejectedRow {
  /** 1 = the first line of the file. */
  readonly line: number;
  readonly field: string | null;
  readonly message: string;
}
