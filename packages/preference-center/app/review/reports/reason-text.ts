import type { Language, LeaveReason } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';

/** A reason of our own list in the reader's language; an account's own as it stands. */
export function reasonText(reason: string, language: Language): string {
  return PAGE_MESSAGES[language].reasons[reason as LeaveReason] ?? reason;
}

/** An account's own reason in the reader's language, or else in the first that it has. */
export function textOf(
  texts: readonly { readonly language: string; readonly text: string }[],
  language: Language,
): string | null {
  return (texts.find((one) => one.language === language) ?? texts[0])?.text ?? null;
}
