import type { SystemSmsToSend } from '@adieu/db';
import { CONFIRM_WORDS, STOP_ALL_WORDS, STOP_WORDS } from '@adieu/domain';
import { SMS_MESSAGES } from '@adieu/messages';

/** What one of our own SMS says. */
export function systemSmsText(sms: Omit<SystemSmsToSend, 'address'>): string {
  const { kind, language, accountName, scopeName, contact, sender, reason, isBlocked } = sms;
  const { isShared, codeword } = sms;
  const words = SMS_MESSAGES[language];
  const all = STOP_WORDS[language];
  const stop = codeword === null ? all : `${codeword} ${all}`;
  switch (kind) {
    case 'RECEIPT':
      return isBlocked
        ? words.blocked(accountName, scopeName, sender)
        : words.left(accountName, scopeName);
    case 'PROMPT':
      return words.prompt(accountName, scopeName, { confirm: CONFIRM_WORDS[language], stop });
    case 'DECLINED':
      return words.declined(accountName, scopeName, shorten(reason));
    case 'REVERTED':
      return words.reverted(accountName, scopeName);
    case 'JOINED':
      return words.joined(accountName, scopeName, stop);
    case 'HELP':
      return isShared
        ? words.helpShared(
            accountName,
            { code: sender, stop: codeword === null ? null : stop, all },
            contact,
          )
        : words.help(accountName, { stop, all: STOP_ALL_WORDS[language] }, contact);
    case 'TEST':
      return words.test(accountName);
  }
}

/** Three parts in all, at most: whoever decides writes as long as they like. */
const LONGEST_REASON = 300;

function shorten(reason: string | null): string | null {
  const said = reason?.trim() ?? '';
  if (said === '') return null;
  return said.length <= LONGEST_REASON ? said : `${said.slice(0, LONGEST_REASON).trimEnd()}...`;
}
