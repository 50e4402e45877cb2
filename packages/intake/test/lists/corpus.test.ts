import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookAtList } from '../../src/index.ts';
import { judgedRows, listAt, shapeOf } from './list-files.ts';

interface Expectation {
  readonly file: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly header: boolean;
  readonly sheet?: string;
  readonly accepted: readonly {
    readonly line: number;
    readonly email: string;
    readonly fields?: Readonly<Record<string, string>>;
  }[];
  readonly rejected: readonly {
    readonly line: number;
    readonly value: string;
    readonly reason: 'invalid_address' | 'missing_address' | 'duplicate' | 'malformed_row';
  }[];
  readonly either: readonly { readonly line: number }[];
  readonly fileRejected?: string;
}

const CORPUS = join(import.meta.dirname, '../../../../../shared/corpora/csv-imports');
const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) console.warn('SKIPPED: the corpus of list files is not there');
const all: Expectation[] = hasCorpus
  ? JSON.parse(readFileSync(join(CORPUS, 'expected.json'), 'utf8'))
  : [];

const REASONS = {
  invalid_address: ['INVALID_EMAIL'],
  missing_address: ['MISSING_ADDRESS'],
  duplicate: ['DUPLICATE'],
  malformed_row: ['UNCLOSED_QUOTE'],
} as const;
const REFUSALS: Readonly<Record<string, string>> = {
  empty_file: 'EMPTY',
};

describe.skipIf(!hasCorpus)(
  'lists as people save them (skipped where ../shared/corpora is absent)',
  () => {
    it.each(all.map((each) => [each.file, each] as const))(
      '%s is found out, and each of its rows taken or rejected as it should (I-1)',
      async (name, expected) => {
        const file = listAt(join(CORPUS, name));
        if (expected.fileRejected === 'no_email_column') {
          // A list of telephone numbers: no e-mail address comes of it, and here numbers are addresses.
          const { columns } = await shapeOf(file);
          expect(columns.map(({ guess }) => guess)).toEqual(['FIELD', 'PHONE']);
          return;
        }
        if (expected.fileRejected !== undefined) {
          expect(await lookAtList(file)).toMatchObject({
            refused: REFUSALS[expected.fileRejected],
          });
          return;
        }
        const shape = await shapeOf(file);
        expect({
          encoding: shape.encoding,
          separator: shape.separator,
          header: shape.header,
          sheet: shape.sheet,
        }).toEqual({
          encoding: expected.encoding?.replace('utf-16-le', 'utf-16le') ?? null,
          separator: expected.delimiter,
          header: expected.header,
          sheet: expected.sheet ?? null,
        });
      },
    );
  },
);

describe.skipIf(!hasCorpus).each(['CONTACTS', 'OPT_OUTS'] as const)(
  'the rows of lists as people save them, as %s',
  (kind) => {
    it.each(all.filter((each) => !each.fileRejected).map((each) => [each.file, each] as const))(
      'of %s are taken or rejected line by line (I-1)',
      async (name, expected) => {
        const rows = await judgedRows(listAt(join(CORPUS, name)), { kind });
        const either = new Set(expected.either.map(({ line }) => line));
        const decided = rows.filter(({ line }) => !either.has(line));
        const taken = decided.flatMap((row) =>
          'addresses' in row ? [{ line: row.line, email: row.addresses[0]!.address }] : [],
        );
        expect(taken).toEqual(expected.accepted.map(({ line, email }) => ({ line, email })));
        const rejected = decided.flatMap((row) =>
          'reason' in row && 'remedy' in row ? [row] : [],
        );
        const wanted = expected.rejected.toSorted((a, b) => a.line - b.line);
        expect(rejected.map(({ line }) => line)).toEqual(wanted.map(({ line }) => line));
        for (const [i, { reason }] of rejected.entries())
          expect(REASONS[wanted[i]!.reason]).toContain(reason);
      },
    );
  },
);
