import type { ContactRow, RejectedRow } from '@adieu/db';
import { LANGUAGES } from '@adieu/domain';
import { ADDRESS_REFUSALS, normaliseEmail, readOwnNumber } from '@adieu/keys';
import { type OptionsWithColumns, parse } from 'csv-parse';
import { Readable } from 'node:stream';

const EMAIL_HEADERS = [
  'email',
  'e-mail',
  'mail',
  'address',
  'e-post',
  'epost',
  'e_mail',
  'email_address',
  'e-mail-adresse',
];
/** The first of them that a file has is the number; others are merge fields. */
const PHONE_HEADERS = [
  'mobile',
  'mobil',
  'handy',
  'cell',
  'phone',
  'telefon',
  'tel',
  'telephone',
  'number',
  'mobile_number',
  'mobilnummer',
  'phone_number',
  'telefonnummer',
];
const LANGUAGE_HEADERS = ['language', 'lang', 'locale', 'sprache', 'språk', 'sprog', 'jazyk'];
const DELIMITERS = [',', ';', '\t'];
const LONGEST_RECORD = 64 * 1024;

/**
 * Reads a CSV of contacts (P12): UTF-8, separated by comma, semicolon or tab, with a header line that has an `email`
 * column, a `phone` column or both; `language` is known, every other column becomes a merge field. A row is one person, and
 * has at least one of the two. Numbers without a country are of `country`. Gives good rows and rejected ones in order: a bad
 * row costs itself alone. Without a column of addresses it gives one rejection, of line 1, and stops.
 */
export async function* readContactsCsv(
  csv: string | AsyncIterable<string | Buffer>,
  country: string | null,
): AsyncGenerator<ContactRow | RejectedRow> {
  const skipped: RejectedRow[] = [];
  const { head, whole } = await peekLine(csv);
  let header: string[] = [];
  const options: OptionsWithColumns<Record<string, string>> = {
    bom: true,
    delimiter: delimiterOf(head),
    columns: (names: string[]) => (header = headerNames(names)),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      skipped.push({
        line: Number(error?.lines ?? 0),
        field: null,
        message: `not readable as CSV: ${plainReason(error?.code)}`,
      });
    },
  };
  const parser = parse(options);
  const source = Readable.from(whole);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    if (!header.includes(EMAIL) && !header.includes(PHONE)) {
      yield {
        line: 1,
        field: 'email',
        message: 'the header line needs a column "email", a column "phone", or both',
      };
      return;
    }
    yield* skipped.splice(0);
    yield readRow(record, info.lines, country);
  }
  yield* skipped;
}

/** The first line, and the whole input again with it. */
async function peekLine(
  csv: string | AsyncIterable<string | Buffer>,
): Promise<{ head: string; whole: AsyncIterable<string | Buffer> }> {
  const chunks = (typeof csv === 'string' ? Readable.from([csv]) : csv)[Symbol.asyncIterator]();
  const read: (string | Buffer)[] = [];
  let head = '';
  while (!/[\r\n]/.test(head) && head.length < LONGEST_RECORD) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    head += String(next.value);
  }
  async function* again(): AsyncGenerator<string | Buffer> {
    yield* read;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head: head.split(/[\r\n]/, 1)[0] ?? '', whole: again() };
}

/** The separator that the header line uses most; a comma where it has one column. */
function delimiterOf(header: string): string {
  const count = (sign: string): number => header.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** What Adieu knows of a row; written so that no other column can be of this name. */
const EMAIL = ' email';
const PHONE = ' phone';
const LANGUAGE = ' language';

/** Of several columns of a kind the first of its list is meant; the others are merge fields by their own names. */
function headerNames(header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const place = (known: readonly string[]): number =>
    names.indexOf(known.find((name) => names.includes(name)) ?? '\0');
  const known = new Map([
    [place(EMAIL_HEADERS), EMAIL],
    [place(PHONE_HEADERS), PHONE],
    [place(LANGUAGE_HEADERS), LANGUAGE],
  ]);
  return names.map((name, i) => known.get(i) ?? name.replace(/[^\p{L}\p{N}]+/gu, '_'));
}

function readRow(
  record: Record<string, string>,
  line: number,
  country: string | null,
): ContactRow | RejectedRow {
  const { [EMAIL]: email, [PHONE]: phone, [LANGUAGE]: language, ...fields } = record;
  const addresses: ContactRow['addresses'][number][] = [];
  if (isGiven(email)) {
    const address = normaliseEmail(email);
    if (address === null) return { line, field: 'email', message: 'not an e-mail address' };
    addresses.push({ channel: 'EMAIL', address });
  }
  if (isGiven(phone)) {
    const read = readOwnNumber(phone, country);
    if ('refused' in read) return { line, field: 'phone', message: ADDRESS_REFUSALS[read.refused] };
    addresses.push({ channel: 'SMS', ...read });
  }
  if (addresses.length === 0) return { line, field: 'email', message: 'no address in this row' };
  const known = LANGUAGES.find((code) => language?.trim().toLowerCase().split(/[-_]/)[0] === code);
  const trimmed = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.trim()]),
  );
  return { line, addresses, language: known ?? null, fields: trimmed };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

function plainReason(code: string | undefined): string {
  return (code ?? 'unknown').replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase();
}
