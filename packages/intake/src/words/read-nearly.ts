import { type Keyword, KEYWORD_SETS, lookalikes, normalForm } from '@adieu/domain';

/** A text so short may have been divided where no word ends. */
const MOST_PIECES = 4;
/** A keyword below what else was written is looked for in a text of one SMS. */
const SHORT = 160;

const SIGNS: ReadonlySet<string> = new Set(
  KEYWORD_SETS.ANY.words.flatMap(({ word, means }) =>
    means === 'OPT_OUT' ? [normalForm(word)] : [],
  ),
);

/**
 * A word that leaves which is not the whole text, but hardly meant otherwise: a line of its own above a signature or what is
 * quoted, in letters that only look like its own (SТОP, st0p, СТОП), with a blank in it, beside a number, or STOP before one other
 * word. Somebody looks at it, as nobody can be sure.
 */
export function readNearly(
  text: string,
  form: string,
  find: (form: string) => Keyword | undefined,
): Keyword | null {
  for (const candidate of candidatesOf(text, form)) {
    const found = find(candidate);
    if (found?.means === 'OPT_OUT') return found;
  }
  return null;
}

function* candidatesOf(text: string, form: string): Generator<string> {
  yield* lookalikes(form);
  const words = form.split(' ');
  if (words.length > 1 && words.length <= MOST_PIECES) {
    yield words.join('');
    yield words.filter((word) => !/^\p{N}+$/u.test(word)).join(' ');
    if (words.length === 2 && SIGNS.has(words[0]!)) yield words[0]!;
  }
  const lines = text.trim().split(/[\r\n\u2028\u2029]+/, MOST_LINES);
  if (lines.length === 1) return;
  yield normalForm(lines[0]!);
  if (text.length <= SHORT) yield normalForm(lines.at(-1)!);
}

/** More has no last line that anybody looks at. */
const MOST_LINES = 20;
