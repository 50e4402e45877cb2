/**
 * What one language says of a wish to get no more messages. A pattern is words in their folded form, one blank between:
 * `a|b` either, `a*` what begins so, `A` where it is shouted among small letters, `@set` a set's words, `?a` it may be missing, `!a` a
 * word that is not this one, `..` at most four words, `^` and `$` begin and end of the text, `<` and `>` of a sentence. No
 * pattern crosses the end of a sentence.
 */
export interface WordRules {
  readonly sets: Readonly<Record<string, string>>;
  /** By weight: those that a text fits are added up, and three are a wish. */
  readonly wishes: Readonly<Partial<Record<1 | 2 | 3, readonly string[]>>>;
  /** Where the same words mean something else: what lies in such a place counts for no wish. */
  readonly others: readonly string[];
}
