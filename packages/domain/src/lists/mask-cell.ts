import { maskAddress } from '../address/mask.ts';

const LONGEST = 254;

/** A cell as a report shows it: enough to find it in the file again, and nobody's address or name. */
export function maskCell(cell: string): string {
  const text = cell.trim().slice(0, LONGEST);
  if (text === '') return '';
  if (text.includes('@') || /\d{5}/.test(text.replace(/[\s()./-]/g, ''))) return maskAddress(text);
  return `${Array.from(text.slice(0, 4)).slice(0, 2).join('')}•••`;
}
