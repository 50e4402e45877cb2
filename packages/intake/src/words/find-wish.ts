import { WEIGHTS } from './generated/weights.ts';
import { readWeights } from './learned/weights-file.ts';
import { weighWords } from './learned/weigh.ts';
import { END, tokensOf } from './tokens.ts';
import { weighRules } from './weigh-rules.ts';

/** What it adds that rules find a wish, and what all must come to: found by learning from some phrases and asking of others (decision 066). */
const RULES_FIND = 2;
const ENOUGH = 1;

/** Of so few words (“ROSES STOP PLEASE”) what was learnt knows less than the rules. */
const FEW_WORDS = 3;

const weights = readWeights(WEIGHTS);

/**
 * Whether somebody asks in words of their own to get no more messages, in whatever language we know: by rules, which are read for
 * all languages, and by what was learnt of phrases, which doubts them and sees what they do not. `why` names the words of the text
 * that it rests on, as they were written. Null where nobody asks. The work is bounded: so many words, rules, gaps and features.
 */
export function findWish(text: string): { readonly why: readonly string[] } | null {
  const tokens = tokensOf(text);
  const byRules = weighRules(tokens);
  if (byRules !== null && tokens.filter((token) => token !== END).length <= FEW_WORDS)
    return { why: byRules };
  const learned = weighWords(weights, text, tokens);
  if (learned.score + (byRules === null ? 0 : RULES_FIND) <= ENOUGH) return null;
  return { why: byRules ?? [learned.words().join(' … ')] };
}
