import { type Language, LANGUAGES } from '@adieu/domain';
import { BadArgument } from './bad-argument.ts';

/** One of the languages that Adieu speaks. */
export function readLanguage(text: string, argument: string): Language {
  const language = LANGUAGES.find((code) => code === text);
  if (language === undefined) throw new BadArgument(argument, `is none of ${LANGUAGES.join(', ')}`);
  return language;
}
