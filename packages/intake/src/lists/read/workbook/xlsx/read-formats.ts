import { SSF } from '@e965/xlsx';
import type { ZipParts } from '../zip-parts.ts';
import { readAllTags } from './read-tags.ts';

/** How the numbers of cells are shown, by their style: a code like `yyyy-mm-dd`; of most nothing is said. */
export async function readFormats(zip: ZipParts): Promise<readonly (string | undefined)[]> {
  const own = new Map<string, string>();
  const formats: (string | undefined)[] = [];
  let isCells = false;
  await readAllTags(await zip.stream('xl/styles.xml'), {
    opened(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') own.set(numFmtId, formatCode);
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) formats.push(own.get(numFmtId) ?? BUILT_IN[numFmtId]);
    },
    closed(name) {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}

/** Those that every workbook knows, by their numbers. */
const BUILT_IN = (SSF.get_table() ?? {}) as Readonly<Record<string, string | undefined>>;
