import { type Language, LANGUAGES, type ReasonTexts } from '@adieu/domain';
import { InvalidInput, Problem } from '../shared/problems.ts';
import { AccountReasonInput } from './set-account-reasons.input.ts';

export function readReasons(inputs: readonly AccountReasonInput[]): ReasonTexts[] | Problem {
  const read: ReasonTexts[] = [];
  for (const { key, texts } of inputs) {
    const byLanguage: Partial<Record<Language, string>> = {};
    for (const { language: code, text } of texts) {
      const language = LANGUAGES.find((each) => each === code);
      if (language === undefined || byLanguage[language] !== undefined)
        return new InvalidInput('reasons', `Use each of ${LANGUAGES.join(', ')} at most once.`);
      byLanguage[language] = text.trim();
    }
    read.push({ key, texts: byLanguage });
  }
  return read;
}
