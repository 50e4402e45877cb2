import type { ListFormat, ListRefusalCode } from '@adieu/domain';

/** How files begin, byte by byte: letters stand for bytes (latin1). */
const BEGINNINGS: readonly (readonly [string, 'ZIP' | 'CFB' | 'OTHER'])[] = [
  ['PK\x03\x04', 'ZIP'],
  ['PK\x05\x06', 'ZIP'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'CFB'],
  ['%PDF', 'OTHER'],
  ['\x89PNG', 'OTHER'],
  ['\xff\xd8\xff', 'OTHER'],
  ['GIF8', 'OTHER'],
  ['RIFF', 'OTHER'],
  ['\x1f\x8b', 'OTHER'],
  ['BZh', 'OTHER'],
  ['7z\xbc\xaf', 'OTHER'],
  ['Rar!', 'OTHER'],
  ['\xfd7zXZ', 'OTHER'],
  ['\x7fELF', 'OTHER'],
  ['MZ\x90', 'OTHER'],
  ['{\\rtf', 'OTHER'],
  ['SQLite format 3', 'OTHER'],
];

/** What the first bytes of a file tell; null: it may be a text. */
export function knownBeginning(head: Uint8Array): 'ZIP' | 'CFB' | 'OTHER' | null {
  const start = Buffer.from(head.subarray(0, 32)).toString('latin1');
  return BEGINNINGS.find(([bytes]) => start.startsWith(bytes))?.[1] ?? null;
}

/** What the first letters of a text tell. */
export function formatOfText(head: string): ListFormat | { readonly refused: ListRefusalCode } {
  const text = head.trimStart();
  if (/^<(?:!doctype\s+html|html|head|body|script|meta)\b/i.test(text)) return { refused: 'HTML' };
  if (/^<(?:\?xml|!--|!doctype|[\p{L}_])/iu.test(text))
    return /<html[\s>]/i.test(text.slice(0, 2_000)) ? { refused: 'HTML' } : 'XML';
  if (/^(?:\[\s*(?:[[{"\]]|$)|\{\s*(?:"|\}|$))/.test(text))
    return isLineOfJson(text) ? 'NDJSON' : 'JSON';
  return 'CSV';
}

/** Whether the first line is a value by itself, and another one begins after it. */
function isLineOfJson(text: string): boolean {
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
  try {
    JSON.parse(first);
  } catch {
    return false;
  }
  return rest.some((line) => /^[[{]/.test(line.trim()));
}
