import { posix } from 'node:path';
import { NoList } from '../../../list-refused.ts';
import type { ZipParts } from '../zip-parts.ts';
import { readAllTags } from './read-tags.ts';

const BOOK = 'xl/workbook.xml';

export interface XlsxBook {
  /** In their order, with the part that holds each. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Days are counted from 1904 on, as an old Macintosh did. */
  readonly since1904: boolean;
}

/** Which sheets a workbook has. */
export async function readBook(zip: ZipParts): Promise<XlsxBook> {
  const targets = new Map<string, string>();
  await readAllTags(await zip.stream('xl/_rels/workbook.xml.rels'), {
    opened(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets = new Map<string, string>();
  let since1904 = false;
  await readAllTags(await zip.stream(BOOK), {
    opened(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = targets.get(id);
      if (part !== undefined && zip.has(part)) sheets.set(attributes['name'] ?? part, part);
    },
  });
  if (sheets.size === 0) throw new NoList('DAMAGED');
  return { sheets, since1904 };
}
