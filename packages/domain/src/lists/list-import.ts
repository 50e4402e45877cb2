/**
 * Where an import stands. `UPLOADED`: it is to be looked at. `LOOKED`: what its columns are waits for a member. `MAPPED`: it is being
 * read and counted. `COUNTED`: what it would do is known, and waits for a member. `RUNNING`: it is carried out, chunk by chunk.
 */
export const LIST_IMPORT_STATES = [
  'UPLOADED',
  'LOOKED',
  'MAPPED',
  'COUNTED',
  'RUNNING',
  'FINISHED',
  'CANCELLED',
  'FAILED',
] as const;
export type ListImportState = (typeof LIST_IMPORT_STATES)[number];

/** What a member may ask of an import, and where it may stand then. */
export const LIST_IMPORT_STEPS = {
  map: { from: ['LOOKED', 'COUNTED'], to: 'MAPPED' },
  run: { from: ['COUNTED'], to: 'RUNNING' },
  cancel: { from: ['UPLOADED', 'LOOKED', 'MAPPED', 'COUNTED', 'RUNNING'], to: 'CANCELLED' },
} as const satisfies Record<
  string,
  { readonly from: readonly ListImportState[]; readonly to: ListImportState }
>;
export type ListImportStep = keyof typeof LIST_IMPORT_STEPS;

/**
 * What a list says and does. Rows: accepted, rejected and blank make up all of them. Addresses of accepted rows: `fresh`, `known`,
 * `out` and `repeated` make up all of them; before it runs as it would be, afterwards as it became.
 */
export interface ListImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly blank: number;
  /** Addresses (of contacts: people) that nobody here knew. */
  readonly fresh: number;
  /** Known, and not out: opted out by it, or as contacts brought up to date. */
  readonly known: number;
  /** Out already: nothing changes. Of contacts: they stay out. */
  readonly out: number;
  /** Said by an earlier row. */
  readonly repeated: number;
  /** Of contacts: rows that say that somebody left, where their column was said to mean it. */
  readonly leaving: number;
}

/** Addresses that one transaction carries out: long enough to be worth one, short enough that who waits for its locks does not notice. */
export const CHUNK_ADDRESSES = 10_000;

/** How long the file of an import is kept after its end, and one that nothing became of; how long what is told of its rows. */
export const LIST_DAYS = { file: 1, remarks: 30, waiting: 14 } as const;

/** What stands as the reason of each opt-out in its history. */
export function importReason(fileName: string): string {
  return `import unsubscribe: ${fileName}`;
}
