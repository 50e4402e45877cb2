import { readFile } from 'node:fs/promises';
import { inRepository } from '../repository.ts';
import type { DemoBook } from './content.ts';

const LANGUAGES = ['en', 'sv'] as const;

/** The contacts of a book as they stand in the repository. */
export function readContacts(file: string): Promise<string> {
  return readFile(demoFile(`${file}.csv`), 'utf8');
}

/** The text of its campaign, by language. */
export async function readCampaign(book: DemoBook): Promise<{ language: string; text: string }[]> {
  return Promise.all(
    LANGUAGES.map(async (language) => ({
      language,
      text: await readFile(demoFile(`${book.file}.${language}.mjml`), 'utf8'),
    })),
  );
}

function demoFile(name: string): string {
  return inRepository('packages', 'cli', 'demo', name);
}
