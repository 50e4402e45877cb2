import { type Keyword, normalForm } from '@adieu/domain';

/** The word that leaves and as many others as a codeword and a courtesy are; more is a sentence. */
const MOST_WORDS = 3;

/**
 * A word that leaves beside one or two others, or joined with a codeword: what somebody writes who mistypes a codeword, knows
 * another's, or leaves out the blank. The codeword where it is one of them.
 */
export function findBeside(
  form: string,
  codewords: readonly string[],
  find: (word: string) => Keyword | undefined,
): { readonly keyword: Keyword; readonly codeword: string | null } | null {
  const words = [...new Set(form.split(' '))];
  if (words.length > MOST_WORDS) return null;
  const leaves = (word: string): Keyword | null => {
    const found = find(word);
    return found?.means === 'OPT_OUT' ? found : null;
  };
  const forms = codewords.map((codeword) => ({ codeword, form: normalForm(codeword) }));
  for (const word of words) {
    const keyword = leaves(word);
    if (keyword === null) continue;
    const named = forms.find((each) => words.includes(each.form));
    return { keyword, codeword: named?.codeword ?? null };
  }
  for (const word of words)
    for (const { codeword, form: name } of forms) {
      if (name === '') continue;
      const rest = restOf(word, name);
      const keyword = rest === null ? null : leaves(rest);
      if (keyword !== null) return { keyword, codeword };
    }
  return null;
}

function restOf(word: string, name: string): string | null {
  if (word.startsWith(name)) return word.slice(name.length);
  return word.endsWith(name) ? word.slice(0, -name.length) : null;
}
