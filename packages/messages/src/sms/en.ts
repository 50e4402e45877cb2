/**
 * What we say by SMS ourselves: each in one part of GSM-7 with names of usual length, no link, nothing that advertises (SM-7,
 * D-4). `scope` is the name of a book or a topic; null where all of a sender’s marketing is meant, or where a message was of no book.
 */
export interface SmsMessages {
  /** The receipt of who left. */
  readonly left: (sender: string, scope: string | null) => string;
  /** Asks who wrote START: what one agrees to, the word that agrees, and that it can be ended (G-6). */
  readonly prompt: (
    sender: string,
    scope: string | null,
    words: { readonly confirm: string; readonly stop: string },
  ) => string;
  /** The receipt of who came back or was opted in (E3). */
  readonly joined: (sender: string, scope: string | null, stop: string) => string;
  /** The answer to HELP and INFO, also to who gets nothing: whose number it is, how to leave, where to ask (SM-11, SM-17). */
  readonly help: (sender: string, stop: string, contact: string | null) => string;
  /** The answer to TEST: the letters that show that a short code of Sweden carries them (SM-17). */
  readonly test: (sender: string) => string;
  /** What a proof of consent says was agreed to by the second word. */
  readonly declaration: (sender: string, scope: string | null) => string;
  /** Beside the way out of a sender that cannot be answered (SM-10). */
  readonly noReply: string;
}

export const en: SmsMessages = {
  left: (sender, scope) =>
    scope === null
      ? `${sender}: You have left. You get no more texts from us.`
      : `${sender}: You have left "${scope}". You get no more texts from it.`,
  prompt: (sender, scope, { confirm, stop }) =>
    `${sender}: Do you want ${scope === null ? 'marketing' : `"${scope}"`} by text? To agree, reply ${confirm}. You can stop it at any time: reply ${stop}.`,
  joined: (sender, scope, stop) =>
    `${sender}: You now get ${scope === null ? 'our texts' : `"${scope}" by text`}. To stop, reply ${stop}.`,
  help: (sender, stop, contact) =>
    `This number belongs to ${sender}. For no texts from it, reply ${stop}.${contact === null ? '' : ` Questions: ${contact}`}`,
  test: (sender) => `räksmörgås. This number belongs to ${sender}.`,
  declaration: (sender, scope) =>
    `I agree that ${sender} sends me ${scope === null ? 'marketing' : `“${scope}”`} by SMS. I can withdraw this consent at any time by replying STOP.`,
  noReply: 'Replies are not read.',
};
