import type { Language } from '@adieu/domain';

const TEST_WORDS: Readonly<Record<Language, string>> = {
  sv: 'Test',
  cs: 'Test',
  de: 'Test',
  da: 'Test',
  en: 'Test',
};

/** The subject of a test mail: marked in its reader's language, so that nobody takes it for the real one. */
export function testSubject(subject: string, language: Language): string {
  return `[${TEST_WORDS[language]}] ${subject}`;
}
