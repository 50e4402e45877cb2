export interface OpenedFile {
  readonly name: string;
  /** As the mail says. */
  readonly type: string;
  readonly content: Uint8Array;
}
