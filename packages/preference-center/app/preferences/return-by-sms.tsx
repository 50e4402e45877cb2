import { START_WORD } from '@adieu/domain';
import type { PageMessages } from '@adieu/messages';

interface ReturnBySmsProps {
  /** The number that is read. */
  readonly to: string;
  readonly list: string;
  readonly messages: PageMessages;
}

/** The way back by SMS: a word that begins a double opt-in, from the telephone itself (A6). */
export function ReturnBySms({ to, list, messages }: ReturnBySmsProps) {
  return (
    <section>
      <h2>{messages.mistake}</h2>
      <p>{messages.mistakeNoteBySms(START_WORD, to, list)}</p>
    </section>
  );
}
