import { KEYWORD_SETS } from '../regime/keywords.ts';
import { normalForm } from './normal-form.ts';

/** Of each keyword of any country or language, its words: beside STOP, ALL is another keyword, and so is OUT beside OPT. */
const COMMANDS: ReadonlySet<string> = new Set(
  Object.values(KEYWORD_SETS).flatMap(({ words }) =>
    words.flatMap(({ word }) => normalForm(word).split(' ')),
  ),
);

/** Whether a word is read as one that acts, somewhere or beside another, so that it can be the name of no book. */
export function isCommand(word: string): boolean {
  return COMMANDS.has(normalForm(word));
}
