import type { RowNote } from '@adieu/db';
import { isTimeZone, LANGUAGES, type ListField } from '@adieu/domain';
import { fieldName } from './list-mapping.ts';
import type { AcceptedContact, AcceptedOptOut, JudgeBy, ListedConsent } from './list-row.ts';
import { reachedBy } from './reached-by.ts';
import { readSince } from './read-since.ts';
import type { Refused, RowRead } from './row-read.ts';

/** The merge field that tells a contact's own zone. */
const ZONE = 'time_zone';

/** Somebody for a book; or who left, where a column says so. */
export function acceptContact(
  row: RowRead,
  by: JudgeBy,
): AcceptedContact | AcceptedOptOut | Refused {
  const { line, addresses, bad, leaving } = row;
  if (bad[0] !== undefined) return bad[0];
  if (addresses.length === 0) return { reason: 'MISSING_ADDRESS', field: 'email' };
  if (leaving?.says === 'LEFT')
    return { line, optsOut: true, addresses, since: null, reason: null, note: null };
  if (leaving?.says === 'UNSENDABLE' || leaving?.says === 'UNKNOWN')
    return { reason: 'UNCLEAR_LEAVING', at: leaving.at };
  const [reached, refused] = reachedBy(addresses);
  if (refused !== null && reached.length === 0)
    return {
      reason: 'INVALID_NUMBER',
      field: refused.field ?? 'phone',
      message: refused.message,
      at: by.mapping.findIndex(({ field }) => field === 'PHONE' || field === 'ADDRESS'),
    };
  const notes: RowNote[] = [];
  if (refused !== null)
    notes.push({ line, ...refused, message: `taken without its number: ${refused.message}` });
  const said = cellOf(row, by);
  const spoken = said('LANGUAGE');
  const language = LANGUAGES.find((code) => spoken.toLowerCase().split(/[-_]/)[0] === code) ?? null;
  if (language === null && spoken !== '')
    notes.push({ line, field: 'language', message: UNKNOWN_LANGUAGE });
  const fields = fieldsOf(row, by);
  const zone = fields[ZONE] ?? '';
  if (zone !== '' && !isTimeZone(zone)) notes.push({ line, field: ZONE, message: UNKNOWN_ZONE });
  return {
    line,
    addresses: oneOfEach(reached),
    language,
    fields,
    tags: tagsOf(said('TAGS')),
    consent: consentOf(said),
    ...(notes.length > 0 && { notes }),
  };
}

const UNKNOWN_LANGUAGE = `taken without a language, as this is none of ${LANGUAGES.join(', ')}`;
const UNKNOWN_ZONE = 'no time zone like Europe/Stockholm: times are told by the account’s';

type Said = (field: ListField) => string;

/** The first column that is taken as a field. */
function cellOf({ cells }: RowRead, { mapping }: JudgeBy): Said {
  return (field) => cells[mapping.findIndex((each) => each.field === field)]?.trim() ?? '';
}

function fieldsOf({ cells }: RowRead, { mapping }: JudgeBy): Record<string, string> {
  return Object.fromEntries(
    mapping.flatMap(({ column, field, name }, i) => {
      const cell = cells[i]?.trim() ?? '';
      if (field === 'TIME_ZONE') return [[ZONE, cell] as const];
      // What somebody did not leave by stays with them.
      const isKept = field === 'FIELD' || field === 'LEFT';
      return isKept ? [[name ?? fieldName(column), cell] as const] : [];
    }),
  );
}

/** A contact has one address of each kind: the first. */
function oneOfEach(addresses: AcceptedContact['addresses']): AcceptedContact['addresses'] {
  return addresses.filter(
    ({ channel }, i) => addresses.findIndex((each) => each.channel === channel) === i,
  );
}

function tagsOf(cell: string): string[] {
  const tags = cell.split(/[,;|]/).map((tag) => tag.trim());
  return [...new Set(tags)].filter((tag) => tag !== '');
}

function consentOf(said: Said): ListedConsent | null {
  const [text, source, at] = [said('CONSENT_TEXT'), said('CONSENT_SOURCE'), said('CONSENT_AT')];
  if (text === '' && at === '') return null;
  return { text, source, obtainedAt: readSince(at) };
}
