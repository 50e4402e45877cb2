import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, LANGUAGES } from '@adieu/domain';
import { type Understood, understandWords } from '@adieu/intake';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpora/intent-phrases/phrases.jsonl');

/** What the rules are to keep on phrases that their tuning did not see (SM-4). */
const BUDGET = { recall: 0.98, falsePauses: 0.02 };

interface Phrase {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly label: 'stop_exact' | 'stop_free' | 'not_stop' | 'start_exact' | 'help_exact';
  readonly optional?: boolean;
}

export interface WordsRow {
  readonly language: Language | 'all';
  readonly wishes: number;
  readonly found: number;
  readonly others: number;
  readonly paused: number;
  /** Keywords alone, and those of them that acted as such. */
  readonly keywords: number;
  readonly acted: number;
}

/**
 * How many wishes of the corpus are found, by language, and how much else is paused: of the half that the rules were tuned on
 * (odd numbers), or of the half that was held out (even ones). Null where the corpus is not there.
 */
export function judgeWords(half: 'TUNED' | 'HELD_OUT'): readonly WordsRow[] | null {
  if (!existsSync(CORPUS)) return null;
  const phrases = readFileSync(CORPUS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Phrase)
    .filter(({ id, optional }) => optional !== true && isHeldOut(id) === (half === 'HELD_OUT'));
  return rowsOf(phrases);
}

/** The same of phrases of our own that nothing was learnt from; they are harder than the corpus. */
export function judgeOwnPhrases(): readonly WordsRow[] {
  return rowsOf(
    LANGUAGES.flatMap((lang) => {
      const file = join(import.meta.dirname, `../src/held-out/${lang}.txt`);
      const [wishes = '', others = ''] = readFileSync(file, 'utf8').split('---\n');
      const read = (lines: string, label: Phrase['label']): Phrase[] =>
        lines
          .split('\n')
          .filter((text) => text !== '' && !text.startsWith('#'))
          .map((text) => ({ id: '', lang, text, label }));
      return [...read(wishes, 'stop_free'), ...read(others, 'not_stop')];
    }),
  );
}

function rowsOf(phrases: readonly Phrase[]): readonly WordsRow[] {
  const rows = LANGUAGES.map((language) =>
    rowOf(
      language,
      phrases.filter(({ lang }) => lang === language),
    ),
  );
  return [...rows, rowOf('all', phrases)];
}

const isHeldOut = (id: string): boolean => Number(id.slice(1)) % 2 === 0;

const LANDS: Readonly<Record<Language, string>> = {
  sv: 'SE',
  da: 'DK',
  de: 'DE',
  cs: 'CZ',
  en: 'GB',
};

const EXPECTED = { stop_exact: 'OPT_OUT', start_exact: 'OPT_IN', help_exact: 'HELP' } as const;

function rowOf(language: WordsRow['language'], phrases: readonly Phrase[]): WordsRow {
  const read = phrases.map((phrase) => ({ ...phrase, act: understand(phrase).act }));
  const wishes = read.filter(({ label }) => label.startsWith('stop'));
  const others = read.filter(({ label }) => !label.startsWith('stop'));
  const keywords = read.flatMap(({ label, act }) =>
    label in EXPECTED ? [act === EXPECTED[label as keyof typeof EXPECTED]] : [],
  );
  const leaves = ({ act }: { readonly act: string }) => act.endsWith('OPT_OUT');
  return {
    language,
    wishes: wishes.length,
    found: wishes.filter(leaves).length,
    others: others.length,
    paused: others.filter(leaves).length,
    keywords: keywords.length,
    acted: keywords.filter(Boolean).length,
  };
}

function understand({ lang, text }: Phrase): Understood {
  return understandWords(text, {
    country: LANDS[lang],
    accountCountries: [],
    languages: [lang],
    codewords: [],
    isShortCode: false,
    promptIsOpen: false,
    at: new Date('2026-12-01T12:00:00Z'),
  });
}

/** Prints both tables and what reading takes; gives whether the half that was held out keeps the budget. */
export function benchWords(options: { readonly count: number }): boolean {
  const [tuned, held] = [judgeWords('TUNED'), judgeWords('HELD_OUT')];
  if (tuned === null || held === null) {
    console.log(`SKIPPED: the corpus of intents is not there (${CORPUS})`);
    return true;
  }
  print('tuned on (odd numbers of the corpus)', tuned);
  print('held out of the tuning (even numbers)', held);
  print('of our own, held out as well', judgeOwnPhrases());
  const started = performance.now();
  for (let i = 0; i < options.count; i++)
    understand({ id: '', lang: 'sv', label: 'not_stop', text: `Hej, vi kommer ${i} personer` });
  const each = ((performance.now() - started) * 1000) / options.count;
  console.log(`\n${Math.round(each)} µs for an ordinary answer`);
  const { wishes, found, others, paused } = held.at(-1)!;
  const kept = found / wishes >= BUDGET.recall && paused / others <= BUDGET.falsePauses;
  console.log(
    `recall ${(found / wishes).toFixed(3)} (budget ≥ ${BUDGET.recall}), false pauses ${(paused / others).toFixed(3)} (budget ≤ ${BUDGET.falsePauses}): ${kept ? 'kept' : 'MISSED'}`,
  );
  return kept;
}

function print(title: string, rows: readonly WordsRow[]): void {
  console.log(`\n${title}`);
  console.log('language  wishes  found  recall  others  paused  keywords  acted');
  for (const row of rows)
    console.log(
      [
        row.language.padEnd(8),
        String(row.wishes).padStart(7),
        String(row.found).padStart(6),
        (row.found / row.wishes).toFixed(3).padStart(7),
        String(row.others).padStart(7),
        String(row.paused).padStart(7),
        String(row.keywords).padStart(9),
        String(row.acted).padStart(6),
      ].join(' '),
    );
}
