import { namesStopWord } from '@adieu/domain';

/** How the reader of one text message leaves, as it is said to them. */
export interface SaidWayOut {
  /** What `{{ opt_out }}` says, and what is put behind a text that says no way out. */
  readonly words: string;
  /** Its short link; null where it has none. */
  readonly url: string | null;
  /** What stands behind all, where the law wants it beside the way out of a sender that cannot be answered (SM-10). */
  readonly notice: string | null;
  /** Whether its sender is answered: then a word that its author tells of leaves too. */
  readonly isAnswered: boolean;
}

/** Whether a text says a way out, as it is filled for its reader: our words, their link, or a word to answer with (SM-10). */
export function saysWayOut(text: string, { words, url, isAnswered }: SaidWayOut): boolean {
  return (
    text.includes(words) ||
    (url !== null && text.includes(url)) ||
    (isAnswered && namesStopWord(text))
  );
}

/** A filled text with its way out: as it is where it says one, or behind it where its book adds one; null where it has none. */
export function withWayOut(text: string, wayOut: SaidWayOut, adds: boolean): string | null {
  const { words, notice } = wayOut;
  const said = saysWayOut(text, wayOut) ? text : adds ? behind(text, words) : null;
  return said === null || notice === null || said.includes(notice) ? said : behind(said, notice);
}

function behind(text: string, line: string): string {
  return `${text.trimEnd()}\n${line}`;
}
