import type { RejectedRow } from '@adieu/db';
import { type Language, LANGUAGES } from '@adieu/domain';
import { explainRefusal, type KeyRing, type KnownAddress, recogniseRecipient } from '@adieu/keys';
import { hasMoreCells, isBlank, MORE_CELLS, readCsv } from './read-csv.ts';

export interface ConsentRow extends KnownAddress {
  /** 1 = the first line of the file. */
  readonly line: number;
  readonly consentText: string;
  readonly source: string;
  readonly obtainedAt: Date;
  readonly language: Language;
}

/** A day, or an instant with its zone: a time without one would be read by this machine's. */
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads consents from a CSV with the columns email or phone, consent_text, source, obtained_at (ISO 8601) and maybe
 * language. A bad row costs itself alone. `country` is that of numbers without one.
 */
export async function* readConsentsCsv(
  csv: AsyncIterable<string> | string,
  by: { readonly ring: KeyRing; readonly country: string | null },
): AsyncGenerator<ConsentRow | RejectedRow> {
  let names: string[] | undefined;
  for await (const record of readCsv(csv)) {
    if ('message' in record) yield record;
    else if (isBlank(record)) continue;
    else if (names === undefined) names = record.cells.map((name) => name.trim().toLowerCase());
    else if (hasMoreCells(record, names.length))
      yield { line: record.line, field: null, message: MORE_CELLS };
    else {
      const named = Object.fromEntries(names.map((name, i) => [name, record.cells[i]]));
      yield readRow(named, record.line, by);
    }
  }
}

function readRow(
  record: Record<string, string | undefined>,
  line: number,
  { ring, country }: { readonly ring: KeyRing; readonly country: string | null },
): ConsentRow | RejectedRow {
  const field = record['email']?.trim() || !record['phone']?.trim() ? 'email' : 'phone';
  const text = record[field] ?? '';
  const channel = field === 'email' ? 'EMAIL' : 'SMS';
  const known = recogniseRecipient(ring, { channel, text, country });
  if ('refused' in known) return { line, field, message: explainRefusal(known.refused, country) };
  const when = record['obtained_at']?.trim() ?? '';
  const obtainedAt = new Date(when);
  if (!WHEN.test(when) || Number.isNaN(obtainedAt.getTime()))
    return {
      line,
      field: 'obtained_at',
      message: 'not a day like 2026-05-04, or an instant with its zone',
    };
  const asked = record['language']?.trim().toLowerCase() || 'en';
  const language = LANGUAGES.find((code) => code === asked);
  if (language === undefined)
    return { line, field: 'language', message: `use one of ${LANGUAGES.join(', ')}` };
  const [consentText, from] = [record['consent_text'] ?? '', record['source'] ?? ''];
  return { line, ...known, consentText, source: from, obtainedAt, language };
}
