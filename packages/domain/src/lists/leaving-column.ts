import { LEFT_WORDS, NO_WORDS, UNSENDABLE_WORDS, YES_WORDS } from './cell-words.ts';
import { LEAVING_NAMES, type LeavingKind } from './leaving-words.ts';

/** What somebody said of a column that speaks of leaving: its people are opt-outs, or it means something else. */
export const LEAVING_MEANINGS = ['OPT_OUTS', 'IGNORE'] as const;
export type LeavingMeaning = (typeof LEAVING_MEANINGS)[number];

/** `UNSENDABLE`: not to be written to, and no wish. `UNKNOWN`: nothing that can be told from it. */
export type CellSays = 'LEFT' | 'STAYS' | 'UNSENDABLE' | 'UNKNOWN' | 'EMPTY';

/** What the name of a column says of leaving; null where it says nothing. */
export function leavingKind(name: string): LeavingKind | null {
  const folded = ` ${fold(name)} `;
  const found = LEAVING_NAMES.find(([, names]) =>
    names.some((each) => folded.includes(` ${each} `)),
  );
  return found?.[0] ?? null;
}

/** What one cell says, in a column of this kind. In one that names leaving, whatever is no plain no (a day, a reason) means it. */
export function readLeavingCell(kind: LeavingKind | null, cell: string): CellSays {
  const word = fold(cell);
  if (word === '') return cell.trim() === '' ? 'EMPTY' : 'UNKNOWN';
  if (LEFT_WORDS.has(word)) return 'LEFT';
  if (kind === null) return 'UNKNOWN';
  const [yes, no] = [YES_WORDS.has(word), NO_WORDS.has(word)];
  if (kind === 'YES_LEAVES') return no ? 'STAYS' : 'LEFT';
  if (UNSENDABLE_WORDS.has(word)) return 'UNSENDABLE';
  if (no) return 'LEFT';
  return yes || kind === 'YES_STAYS' ? 'STAYS' : 'UNKNOWN';
}

/** Lower case, without accents, one blank between words: `E-mail_OptOut` and `odhlášen` as the table writes them. */
function fold(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
