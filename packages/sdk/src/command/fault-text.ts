import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this package's own modules lie: `dist` or `src`, and its `bin`. */
const OURS = fileURLToPath(new URL('../..', import.meta.url));

const NOT_FOUND = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

interface Frame {
  readonly file: string;
  readonly line: string;
  readonly column: string;
}

/**
 * What an author's code did wrong, in words for them: the message, and where in their files, the innermost first. Null
 * where none of their files had a part in it: that is a fault of ours.
 */
export function faultText(error: Error, folder = process.cwd()): string | null {
  const message = withoutNamespaces(error.message);
  // The compiler and Node's loader name file and line in the message.
  if (error.name === 'TransformError' || NOT_FOUND.has(codeOf(error) ?? ''))
    return message.replaceAll(`${folder}/`, '');
  const frames = (error.stack ?? '').split('\n').flatMap(frameOf).filter(isTheirs);
  if (frames.length === 0) return null;
  const places = frames.map(({ file, line, column }) =>
    [relative(folder, file), line, column].filter(Boolean).join(':'),
  );
  return `${places[0]}: ${error.name}: ${message}${places.map((place) => `\n    at ${place}`).join('')}`;
}

function frameOf(text: string): Frame[] {
  // Node 20 loads a file of a project without "type": "module" out of a URL that holds its compiled text: no line to tell.
  const encoded = /^\s+at .*data:text\/javascript,.*[?&]filePath=([^&:)]+)/.exec(text);
  if (encoded)
    return [{ file: withoutNamespaces(decodeURIComponent(encoded[1]!)), line: '', column: '' }];
  const found = /^\s+at (?:.*\()?((?:file:\/\/)?\/[^()]*?):(\d+):(\d+)\)?$/.exec(text);
  if (!found) return [];
  const place = withoutNamespaces(found[1]!);
  const file = place.startsWith('file:') ? fileURLToPath(place) : place;
  return [{ file, line: found[2]!, column: found[3]! }];
}

function isTheirs({ file }: Frame): boolean {
  return !file.startsWith(OURS) && !file.includes('/node_modules/');
}

/** What the loader adds to the name of each file. */
function withoutNamespaces(text: string): string {
  return text.replaceAll(/\?namespace=[\w-]+/g, '');
}

function codeOf(error: Error): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
