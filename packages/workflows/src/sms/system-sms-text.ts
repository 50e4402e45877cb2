import type { SystemSmsToSend } from '@adieu/db';
import { CONFIRM_WORDS, STOP_ALL_WORDS, STOP_WORDS } from '@adieu/domain';
import { SMS_MESSAGES } from '@adieu/messages';

/** What one of our own SMS says. */
export function systemSmsText(sms: Omit<SystemSmsToSend, 'address'>): string {
  const { kind, language, accountName, scopeName, contact } = sms;
  const words = SMS_MESSAGES[language];
  const stop = STOP_WORDS[language];
  switch (kind) {
    case 'RECEIPT':
      return words.left(accountName, scopeName);
    case 'PROMPT':
      return words.prompt(accountName, scopeName, { confirm: CONFIRM_WORDS[language], stop });
    case 'JOINED':
      return words.joined(accountName, scopeName, stop);
    case 'HELP':
      return words.help(accountName, { stop, all: STOP_ALL_WORDS[language] }, contact);
    case 'TEST':
      return words.test(accountName);
  }
}
