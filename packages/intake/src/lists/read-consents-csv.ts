import { Readable } from 'node:stream';
import type { RejectedRow } from '@adieu/db';
import { type Language, LANGUAGES } from '@adieu/domain';
import { ADDRESS_REFUSALS, type KeyRing, type KnownAddress, recogniseAddress } from '@adieu/keys';
import { parse } from 'csv-parse';

export interface ConsentRow extends KnownAddress {
  /** 1 = the first line of the file. */
  readonly line: number;
  readonly consentText: string;
  readonly source: string;
  readonly obtainedAt: Date;
  readonly language: Language;
}

const LONGEST_RECORD = 64 * 1024;
/** A day, or an instant with its zone: a time without one would be read by this machine's. */
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads consents from a UTF-8 CSV with the columns email or phone, consent_text, source, obtained_at (ISO 8601) and maybe
 * language. A bad row costs itself alone. `country` is that of numbers without one.
 */
export async function* readConsentsCsv(
  csv: AsyncIterable<string | Buffer> | string,
  by: { readonly ring: KeyRing; readonly country: string | null },
): AsyncGenerator<ConsentRow | RejectedRow> {
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  const source = Readable.from(typeof csv === 'string' ? [csv] : csv);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string | undefined>;
    info: { lines: number };
  }>)
    yield readRow(record, info.lines, by);
}

function readRow(
  record: Record<string, string | undefined>,
  line: number,
  { ring, country }: { readonly ring: KeyRing; readonly country: string | null },
): ConsentRow | RejectedRow {
  const field = record['email']?.trim() || !record['phone']?.trim() ? 'email' : 'phone';
  const text = record[field] ?? '';
  const channel = field === 'email' ? 'EMAIL' : 'SMS';
  const known = recogniseAddress(ring, { channel, text, country });
  if ('refused' in known) return { line, field, message: ADDRESS_REFUSALS[known.refused] };
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
