import type { RejectedRow } from '@adieu/db';
import { type Language, LANGUAGES, type ListField, ROW_REASONS } from '@adieu/domain';
import { explainRefusal, type KeyRing, type KnownAddress, recogniseRecipient } from '@adieu/keys';
import type { ListFile } from '../list-file.ts';
import type { ListShape } from '../list-shape.ts';
import { readList } from '../read/read-list.ts';
import { defaultMapping } from './list-mapping.ts';

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

interface By {
  readonly ring: KeyRing;
  /** Of numbers without one. */
  readonly country: string | null;
}

/**
 * Reads consents from a list with the columns email or phone, consent_text, source, obtained_at (ISO 8601) and maybe
 * language. A bad row costs itself alone.
 */
export async function* readConsents(
  file: ListFile,
  shape: ListShape,
  by: By,
): AsyncGenerator<ConsentRow | RejectedRow> {
  const mapping = defaultMapping(shape, 'CONTACTS');
  for await (const record of readList(file, shape)) {
    const { line } = record;
    if ('blank' in record) continue;
    if ('broken' in record) {
      const { message, remedy } = ROW_REASONS[record.broken];
      yield { line, field: null, message: `${message}: ${remedy}` };
    } else if (record.cells.slice(mapping.length).some((cell) => cell.trim() !== ''))
      yield { line, field: null, message: ROW_REASONS.TOO_MANY_CELLS.message };
    else {
      const cell = (field: ListField): string =>
        record.cells[mapping.findIndex((each) => each.field === field)] ?? '';
      yield readRow(cell, line, by);
    }
  }
}

function readRow(
  cell: (field: ListField) => string,
  line: number,
  { ring, country }: By,
): ConsentRow | RejectedRow {
  const field = cell('EMAIL').trim() || !cell('PHONE').trim() ? 'email' : 'phone';
  const [channel, text] =
    field === 'email' ? (['EMAIL', cell('EMAIL')] as const) : (['SMS', cell('PHONE')] as const);
  const known = recogniseRecipient(ring, { channel, text, country });
  if ('refused' in known) return { line, field, message: explainRefusal(known.refused, country) };
  const when = cell('CONSENT_AT').trim();
  const obtainedAt = new Date(when);
  if (!WHEN.test(when) || Number.isNaN(obtainedAt.getTime()))
    return {
      line,
      field: 'obtained_at',
      message: 'not a day like 2026-05-04, or an instant with its zone',
    };
  const asked = cell('LANGUAGE').trim().toLowerCase() || 'en';
  const language = LANGUAGES.find((code) => code === asked);
  if (language === undefined)
    return { line, field: 'language', message: `use one of ${LANGUAGES.join(', ')}` };
  return {
    line,
    ...known,
    consentText: cell('CONSENT_TEXT'),
    source: cell('CONSENT_SOURCE'),
    obtainedAt,
    language,
  };
}
