import { type CellObject, SSF } from '@e965/xlsx';

/** A cell as a text: days as ISO 8601 whatever they look like, numbers in full. */
export function textOfCell({ t, v, z }: CellObject): string {
  if (v === undefined || v === null) return '';
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  // What a formula failed with.
  if (t === 'e') return '';
  if (t !== 'n' || typeof v !== 'number') return String(v);
  return textOfNumber(v, typeof z === 'string' ? z : undefined);
}

/** A number as its format means it. `daysMore` are added where a workbook counts days from another one. */
export function textOfNumber(value: number, format: string | undefined, daysMore = 0): string {
  if (format === undefined || format === '' || format === 'General') return String(value);
  if (SSF.is_date(format) as boolean) return dayOf(value + daysMore);
  // Numbers of telephones and customers, with the zeros that they begin with.
  return /^0{2,}$/.test(format) ? (SSF.format(format, value) as string) : String(value);
}

function dayOf(value: number): string {
  const shown = SSF.format('yyyy-mm-dd"T"hh:mm:ss', value) as string;
  return shown.endsWith('T00:00:00') ? shown.slice(0, 10) : shown;
}
