import { Tokenizer, TokenType } from '@streamparser/json';
import { LIST_LIMITS } from '../limits.ts';
import { NoList } from '../list-refused.ts';
import { ROOT } from '../read/json/read-json.ts';

interface Level {
  readonly isList: boolean;
  /** Where it is: names, and * for whatever stands in a list. */
  readonly path: string;
  key: string;
  count: number;
}

/** Where in a JSON the rows may be: lists, the shallowest first. Reads as much of the file as is given. */
export async function findJsonPaths(pieces: AsyncIterable<string>): Promise<string[]> {
  const found = new Map<string, { depth: number; count: number }>();
  const open: Level[] = [];
  const tokenizer = new Tokenizer();
  let isKey = false;
  const pathOf = (within: Level | undefined): string => {
    if (within === undefined) return ROOT;
    return `${within.path}.${within.isList ? '*' : within.key}`;
  };
  tokenizer.onToken = ({ token, value }) => {
    const within = open.at(-1);
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      const isList = token === TokenType.LEFT_BRACKET;
      if (within?.isList) within.count += 1;
      open.push({ isList, path: pathOf(within), key: '', count: 0 });
      if (open.length > LIST_LIMITS.depth) throw new NoList('TOO_DEEP');
      isKey = !isList;
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) {
      note(open.pop());
    } else if (token === TokenType.COMMA) isKey = within?.isList === false;
    else if (token === TokenType.COLON) isKey = false;
    else if (isKey && within !== undefined) {
      within.key = String(value);
      // Each path bears the names of all that it stands in: without an end to them a small file makes gigabytes.
      if (within.key.length > LIST_LIMITS.name) throw new NoList('TOO_DEEP');
    } else if (within?.isList) within.count += 1;
  };
  const note = (level: Level | undefined): void => {
    if (!level?.isList || level.count === 0) return;
    const depth = level.path.split('.').length;
    if (found.size >= LIST_LIMITS.columns && !found.has(level.path)) return;
    const before = found.get(level.path)?.count ?? 0;
    found.set(level.path, { depth, count: before + level.count });
  };
  try {
    for await (const piece of pieces) tokenizer.write(piece);
  } catch (error) {
    if (error instanceof NoList) throw error;
    throw new NoList('NOT_WELL_FORMED');
  }
  // What is still open has rows too.
  for (const level of open) note(level);
  return [...found]
    .toSorted(([, a], [, b]) => a.depth - b.depth || b.count - a.count)
    .map(([path]) => (path === ROOT ? ROOT : path.slice(ROOT.length + 1)));
}
