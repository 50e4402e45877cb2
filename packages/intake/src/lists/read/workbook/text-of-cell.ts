import { type CellObject, SSF } from '@e965/xlsx';

/** A cell as a text: days as ISO 8601 whatever they look like, numbers in full. */
export function textOfCell({ t, v, z }: CellObject): string {
  if (v === undefined || v === null) return '';
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  // What a formula failed with.
  if (t === 'e') return '';
  if (t !== 'n' || typeof v !== 'number') return String(v);
  const format = typeof z === 'string' ? z : '';
  if (format === '' || format === 'General') return String(v);
  if (SSF.is_date(format) as boolean) return dayOf(v);
  // Numbers of telephones and customers, with the zeros that they begin with.
  return /^0{2,}$/.test(format) ? (SSF.format(format, v) as string) : String(v);
}

function dayOf(value: number): string {
  const shown = SSF.format('yyyy-mm-dd"T"hh:mm:ss', value) as string;
  return shown.endsWith('T00:00:00') ? shown.slice(0, 10) : shown;
}
