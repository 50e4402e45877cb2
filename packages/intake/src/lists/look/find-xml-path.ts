import { NoList } from '../list-refused.ts';
import { NotWellFormed, readElements } from '../read/xml/read-elements.ts';

const ADDRESS = /@|\d{7}/;

/** Where in an XML the rows may be: elements that hold addresses, those that come more than once first, then the shallowest. */
export async function findXmlPaths(pieces: AsyncIterable<string>): Promise<string[]> {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const holding = new Set<string>();
  const hold = (text: string): void => {
    if (!ADDRESS.test(text.replace(/[\s-]/g, ''))) return;
    for (let depth = open.length; depth > 1; depth--) holding.add(open.slice(0, depth).join('/'));
  };
  const reading = readElements(pieces, {
    opened(name, attributes) {
      open.push(name);
      const path = open.join('/');
      counts.set(path, (counts.get(path) ?? 0) + 1);
      for (const value of attributes.values()) hold(value);
    },
    text: hold,
    closed: () => void open.pop(),
  });
  try {
    for await (const _ of reading);
  } catch (error) {
    // One that breaks later has its first rows; it is told where the break is.
    if (!(error instanceof NotWellFormed)) throw error;
    if (counts.size === 0) throw new NoList('NOT_WELL_FORMED');
  }
  const depth = (path: string): number => path.split('/').length;
  const once = (path: string): number => (counts.get(path)! > 1 ? 0 : 1);
  return [...holding].toSorted((a, b) => once(a) - once(b) || depth(a) - depth(b));
}
