const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** As German, Czech and Danish spreadsheets write days. With slashes nobody can tell the day from the month. */
const DAY_FIRST = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const SECONDS = /^\d{10}$/;

/** A time as lists write it; one without a zone is of UTC. Null: it is none that can be read without doubt. */
export function readSince(cell: string): Date | null {
  const text = cell.trim();
  const iso = ISO.exec(text);
  if (iso !== null) {
    const isDay = text.length === 10;
    return valid(new Date(isDay || iso[1] !== undefined ? text : `${text.replace(' ', 'T')}Z`));
  }
  if (SECONDS.test(text)) return new Date(Number(text) * 1_000);
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (year === '') return null;
  return valid(new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`));
}

function valid(date: Date): Date | null {
  return Number.isNaN(date.getTime()) ? null : date;
}
