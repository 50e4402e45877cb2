import { LANGUAGES, type Language } from '@adieu/domain';
import { fitsAt, type Pattern, readPattern } from './pattern.ts';
import { indexPatterns } from './pattern-index.ts';
import { WORD_RULES } from './rules/index.ts';
import { END, type Token } from './tokens.ts';

/** What a text must weigh to be a wish. */
const ENOUGH = 3;

interface Rule extends Pattern {
  readonly language: Language;
  readonly weight: number;
}

/** Of every language, as people do not keep to that of their country: what means something else in one is no wish in another. */
const othersOf = indexPatterns(
  LANGUAGES.flatMap((language) =>
    WORD_RULES[language].others.map((text) => readPattern(text, WORD_RULES[language].sets)),
  ),
);

const wishesOf = indexPatterns(
  LANGUAGES.flatMap((language) =>
    Object.entries(WORD_RULES[language].wishes).flatMap(([weight, texts]) =>
      texts.map((text): Rule => ({
        language,
        weight: Number(weight),
        ...readPattern(text, WORD_RULES[language].sets),
      })),
    ),
  ),
);

/** The words that fit rules which come to a wish, in one language; null where none do. */
export function weighRules(tokens: readonly Token[]): readonly string[] | null {
  const taken = placesOfOthers(tokens);
  for (const rules of Map.groupBy(wishesOf(tokens), ({ language }) => language).values()) {
    const found = rules.flatMap((rule) => findRule(rule, tokens, taken) ?? []);
    const weight = found.reduce((sum, { rule }) => sum + rule.weight, 0);
    if (weight >= ENOUGH) return wordsAt(found, tokens);
  }
  return null;
}

/** As they were written and in their order, each once: where two rules fit the same words, or words side by side, all of them together. */
function wordsAt(found: readonly Place[], tokens: readonly Token[]): readonly string[] {
  const stretches: { at: number; end: number }[] = [];
  for (const { at, end } of found.toSorted((one, other) => one.at - other.at)) {
    const last = stretches.at(-1);
    if (last !== undefined && at <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ at, end });
  }
  return [...new Set(stretches.map(({ at, end }) => writtenAt(tokens.slice(at, end))))];
}

const writtenAt = (tokens: readonly Token[]): string =>
  tokens
    .filter((token) => token !== END)
    .map(({ written }) => written)
    .join(' ');

interface Place {
  readonly at: number;
  /** The first place after it. */
  readonly end: number;
}

function placesOfOthers(tokens: readonly Token[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const pattern of othersOf(tokens))
    for (const at of tokens.keys()) {
      const end = fitsAt(pattern, tokens, at) ?? at;
      for (let place = at; place < end; place++) taken.add(place);
    }
  return taken;
}

/** Where a rule fits first and nothing else is meant. */
function findRule(
  rule: Rule,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): (Place & { readonly rule: Rule }) | null {
  for (const at of tokens.keys()) {
    const end = fitsAt(rule, tokens, at);
    if (end === null) continue;
    const places = Array.from({ length: end - at }, (_, i) => at + i);
    if (!places.some((place) => taken.has(place))) return { rule, at, end };
  }
  return null;
}
