import type { Language } from '@adieu/domain';
import { CAMPAIGN_MESSAGES } from '@adieu/messages';

/** The subject of a test mail: marked in its reader's language, so that nobody takes it for the real one. */
export function testSubject(subject: string, language: Language): string {
  return `[${CAMPAIGN_MESSAGES[language].test}] ${subject}`;
}
