import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The phrases of a language’s file: wishes, and what is none, below a line. */
export function phrasesIn(
  folder: string,
  language: string,
): { readonly wishes: readonly string[]; readonly others: readonly string[] } {
  const [wishes, others] = readFileSync(join(folder, `${language}.txt`), 'utf8').split('---\n');
  const lines = (text = ''): string[] =>
    text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return { wishes: lines(wishes), others: lines(others) };
}
