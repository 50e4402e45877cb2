import { isWorkbook, type ListFormat } from '@adieu/domain';
import { LIST_LIMITS } from '../limits.ts';
import type { ListFile } from '../list-file.ts';
import { type ListRefused, NoList, refuseList } from '../list-refused.ts';
import type { ListOverrule, ListShape } from '../list-shape.ts';
import { surveyText } from './survey-text.ts';
import { formatOfText, knownBeginning } from './known-beginnings.ts';
import { lookAtKeyed } from './look-at-keyed.ts';
import { lookAtRows } from './look-at-rows.ts';
import { findSeparator } from './find-separator.ts';
import { headOf, textHeadOf } from './head.ts';
import { lookAtWorkbook } from './look-at-workbook.ts';

/**
 * What a file is: its format, how it is written, which columns it has and what they seem to hold. Whatever it is told wrong
 * can be overruled. A file that is no list is refused, with what to do about it.
 */
export async function lookAtList(
  file: ListFile,
  overrule: ListOverrule = {},
): Promise<ListShape | ListRefused> {
  try {
    return await look(file, overrule);
  } catch (error) {
    if (error instanceof NoList) return refuseList(error.code);
    throw error;
  }
}

async function look(file: ListFile, overrule: ListOverrule): Promise<ListShape> {
  if (file.size === 0) throw new NoList('EMPTY');
  const head = await headOf(file);
  const known = knownBeginning(head);
  if (known === 'OTHER') throw new NoList('NOT_A_LIST');
  if (known !== null) return lookAtWorkbook(file, overrule);
  if (overrule.format !== undefined && isWorkbook(overrule.format)) throw new NoList('NOT_A_LIST');
  if (file.size > LIST_LIMITS.text) throw new NoList('TOO_LARGE');
  const { encoding, longestLine } = await surveyText(file, head, overrule.encoding || null);
  const text = await textHeadOf(file, encoding);
  if (text.trim() === '') throw new NoList('EMPTY');
  if (/\0/.test(text)) throw new NoList('BINARY');
  const format = overrule.format ?? guessFormat(text);
  const hasLines = format === 'CSV' || format === 'NDJSON';
  if (hasLines && longestLine > LIST_LIMITS.line) throw new NoList('LINE_TOO_LONG');
  if (format !== 'CSV') return lookAtKeyed(file, { format, encoding, path: overrule.path ?? null });
  const separator = overrule.separator ?? (await findSeparator(text));
  return lookAtRows(
    file,
    {
      format,
      encoding,
      separator,
      sheet: null,
      sheets: [],
      path: null,
      paths: [],
    },
    overrule,
  );
}

function guessFormat(text: string): ListFormat {
  const guess = formatOfText(text);
  if (typeof guess === 'object') throw new NoList(guess.refused);
  return guess;
}
