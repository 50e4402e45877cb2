import { END, type Token } from './tokens.ts';

/** One place of a pattern (rules/word-rules.ts says how they are written). */
type Place =
  | { readonly kind: 'GAP' | 'SENTENCE_BEGINS' | 'SENTENCE_ENDS' | 'TEXT_BEGINS' | 'TEXT_ENDS' }
  | {
      readonly kind: 'WORD';
      readonly optional: boolean;
      readonly test: (token: Token) => boolean;
      readonly keys: Keys;
    };

/** What words can stand in a place, as an index asks for them; null where nearly any can. */
export type Keys = { readonly whole: readonly string[]; readonly begins: readonly string[] } | null;

export interface Pattern {
  readonly text: string;
  readonly places: readonly Place[];
  /** Of a place that no text lacks which the pattern fits. */
  readonly keys: Keys;
}

/** Words that may stand between two of a pattern. */
const GAP = 4;

const SIGNS: Readonly<Record<string, Place>> = {
  '..': { kind: 'GAP' },
  '<': { kind: 'SENTENCE_BEGINS' },
  '>': { kind: 'SENTENCE_ENDS' },
  '^': { kind: 'TEXT_BEGINS' },
  $: { kind: 'TEXT_ENDS' },
};

export function readPattern(text: string, sets: Readonly<Record<string, string>>): Pattern {
  const places = text.split(' ').map((place) => SIGNS[place] ?? readWord(place, sets));
  const [keys = null] = places.flatMap((place) =>
    place.kind === 'WORD' && !place.optional && place.keys !== null ? [place.keys] : [],
  );
  return { text, places, keys };
}

function readWord(text: string, sets: Readonly<Record<string, string>>): Place {
  const optional = text.startsWith('?');
  const negated = text.startsWith('!');
  const words = (optional || negated ? text.slice(1) : text)
    .split('|')
    .flatMap((each) => (each.startsWith('@') ? setOf(each, sets) : [each]));
  const shouted = new Set(words.filter((word) => /\p{Lu}/u.test(word)).map(lower));
  const begins = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const whole = new Set(words.filter((word) => !word.endsWith('*') && !shouted.has(lower(word))));
  const test = (token: Token): boolean =>
    token !== END &&
    (whole.has(token.word) ||
      (token.shouted && shouted.has(token.word)) ||
      begins.some((begin) => token.word.startsWith(begin))) !== negated;
  const keys = negated ? null : { whole: [...whole, ...shouted], begins };
  return { kind: 'WORD', optional, test, keys };
}

const lower = (word: string): string => word.toLowerCase();

function setOf(name: string, sets: Readonly<Record<string, string>>): string[] {
  const set = sets[name.slice(1)];
  if (set === undefined) throw new Error(`no set ${name}`);
  return set.split('|');
}

/** Where a pattern that begins at this token ends (exclusive); null where it does not fit. Gaps are few and short, and so is the search. */
export function fitsAt({ places }: Pattern, tokens: readonly Token[], at: number): number | null {
  const fit = (place: number, token: number): number | null => {
    const next = places[place];
    if (next === undefined) return token;
    if (next.kind === 'WORD') {
      const here = tokens[token];
      if (here !== undefined && next.test(here)) {
        const found = fit(place + 1, token + 1);
        if (found !== null) return found;
      }
      return next.optional ? fit(place + 1, token) : null;
    }
    if (next.kind === 'GAP') {
      for (let skipped = 0; skipped <= GAP; skipped++) {
        const found = fit(place + 1, token + skipped);
        if (found !== null) return found;
        if ((tokens[token + skipped] ?? END) === END) return null;
      }
      return null;
    }
    return stands(next.kind, tokens, token) ? fit(place + 1, token) : null;
  };
  return fit(0, at);
}

function stands(
  kind: Exclude<Place['kind'], 'WORD' | 'GAP'>,
  tokens: readonly Token[],
  at: number,
): boolean {
  if (kind === 'TEXT_BEGINS') return at === 0;
  if (kind === 'TEXT_ENDS') return at >= tokens.length - 1;
  if (kind === 'SENTENCE_BEGINS') return at === 0 || tokens[at - 1] === END;
  return (tokens[at] ?? END) === END;
}
