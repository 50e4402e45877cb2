import type { ListRow, RejectedRow, RowNote } from '@adieu/db';
import { isTimeZone, LANGUAGES, leavingKind, readLeavingCell } from '@adieu/domain';
import { explainRefusal, normaliseEmail, readOwnNumber } from '@adieu/keys';
import { type ContactColumns, contactColumns, isKnown, ZONE } from './contact-columns.ts';
import { reachedBy } from './judge/reached-by.ts';
import { type CsvRecord, hasMoreCells, isBlank, MORE_CELLS, readCsv } from './read-csv.ts';

/**
 * Reads a CSV of contacts (P12): separated by comma, semicolon or tab, with a header line that has an `email` column, a `phone`
 * column or both; `language` is known, every other column becomes a merge field. A row is one person, and has at least one of
 * the two. Numbers without a country are of `country`; in the columns named by `optOuts`, as the header line has them, a cell
 * that says so is an opt-out. Gives each row of the file in order, one for one, blank ones too: a bad row costs itself alone.
 * Without a column of addresses it gives one rejection, of line 1, and stops.
 */
export async function* readContactsCsv(
  csv: string | AsyncIterable<string>,
  country: string | null,
  optOuts: readonly string[] = [],
): AsyncGenerator<ListRow> {
  let columns: ContactColumns | undefined;
  for await (const record of readCsv(csv)) {
    if ('message' in record) yield record;
    else if (columns === undefined) {
      // Lines before the header are none of the list's rows.
      if (isBlank(record)) continue;
      columns = contactColumns(record.cells);
      if (columns.email < 0 && columns.phone < 0) {
        yield { line: 1, field: 'email', message: NO_ADDRESSES };
        return;
      }
    } else if (isBlank(record)) yield { line: record.line, blank: true };
    else yield readRow(record, { columns, country, optOuts });
  }
  if (columns === undefined) yield { line: 1, field: null, message: 'there is nothing in it' };
}

const NO_ADDRESSES = 'the header line needs a column "email", a column "phone", or both';

interface By {
  readonly columns: ContactColumns;
  readonly country: string | null;
  readonly optOuts: readonly string[];
}

function readRow(record: CsvRecord, by: By): ListRow {
  const { line, cells } = record;
  const { columns } = by;
  if (hasMoreCells(record, columns.names.length)) return { line, field: null, message: MORE_CELLS };
  const addresses = readAddresses(cells, by);
  if ('message' in addresses) return { line, ...addresses };
  const leaves = readLeaving(cells, by);
  if (leaves !== null && 'message' in leaves) return { line, ...leaves };
  if (leaves !== null) return { line, optsOut: true, addresses };
  const [reached, refused] = reachedBy(addresses);
  if (refused !== null && reached.length === 0) return { line, ...refused };
  const notes: RowNote[] = [];
  if (refused !== null)
    notes.push({ line, ...refused, message: `taken without its number: ${refused.message}` });
  const said = cells[columns.language]?.trim() ?? '';
  const language = LANGUAGES.find((code) => said.toLowerCase().split(/[-_]/)[0] === code) ?? null;
  if (language === null && said !== '')
    notes.push({ line, field: 'language', message: UNKNOWN_LANGUAGE });
  const fields = Object.fromEntries(
    columns.fields.flatMap((name, i) =>
      isKnown(columns, i) ? [] : [[name, cells[i]?.trim() ?? ''] as const],
    ),
  );
  const zone = fields[ZONE] ?? '';
  if (zone !== '' && !isTimeZone(zone)) notes.push({ line, field: ZONE, message: UNKNOWN_ZONE });
  return { line, addresses: reached, language, fields, ...(notes.length > 0 && { notes }) };
}

const UNKNOWN_LANGUAGE = `taken without a language, as this is none of ${LANGUAGES.join(', ')}`;
const UNKNOWN_ZONE = 'no time zone like Europe/Stockholm: times are told by the account’s';

type Complaint = Omit<RejectedRow, 'line'>;
type Addresses = Extract<ListRow, { addresses: unknown }>['addresses'];

function readAddresses(cells: readonly string[], { columns, country }: By): Addresses | Complaint {
  const addresses: Addresses[number][] = [];
  const [email, phone] = [cells[columns.email]?.trim(), cells[columns.phone]?.trim()];
  if (email) {
    const address = normaliseEmail(email);
    if (address === null) return { field: 'email', message: 'not an e-mail address' };
    addresses.push({ channel: 'EMAIL', address });
  }
  if (phone) {
    const read = readOwnNumber(phone, country);
    if ('refused' in read)
      return { field: 'phone', message: explainRefusal(read.refused, country) };
    addresses.push({ channel: 'SMS', ...read });
  }
  return addresses.length > 0 ? addresses : { field: 'email', message: 'no address in this row' };
}

/** Whether a row says that its person left; null where it does not. One left column is enough. */
function readLeaving(
  cells: readonly string[],
  { columns, optOuts }: By,
): { readonly left: true } | Complaint | null {
  const said = columns.names.flatMap((name, i) =>
    optOuts.includes(name)
      ? [[name, readLeavingCell(leavingKind(name) ?? 'WORDS', cells[i] ?? '')] as const]
      : [],
  );
  if (said.some(([, says]) => says === 'LEFT')) return { left: true };
  const unclear = said.find(([, says]) => says === 'UNSENDABLE' || says === 'UNKNOWN');
  if (unclear === undefined) return null;
  return {
    field: unclear[0],
    message:
      'it says neither that they left nor that they may be written to: they are neither a contact nor an opt-out',
  };
}
