import type { ParsingOptions, WorkBook } from '@e965/xlsx';

/** What the package exports and does not describe: its parsers of what is unpacked already. */
declare module '@e965/xlsx' {
  export function parse_zip(zip: { readonly files: object }, options: ParsingOptions): WorkBook;
  export function parse_xlscfb(file: unknown, options: ParsingOptions): WorkBook;
}
