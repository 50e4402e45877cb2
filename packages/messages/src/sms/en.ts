interface Words {
  /** The word that agrees, and the one that leaves. */
  readonly confirm: string;
  readonly stop: string;
}

/**
 * What we say by SMS ourselves: each in one part of GSM-7 with names of usual length, no link, nothing that advertises (SM-7,
 * D-4). `scope` is the name of a book or a topic; null where all of a sender’s marketing is meant, or where a message was of no book.
 */
export const en = {
  /** The receipt of who left. */
  left: (sender: string, scope: string | null) =>
    scope === null
      ? `${sender}: You're unsubscribed. You get no more marketing texts from us.`
      : `${sender}: You're unsubscribed from "${scope}". You get no more texts from it.`,
  /** The same to who wrote STOP to a short code that several share: nothing comes from it any more, whoever sends (A8). */
  blocked: (sender: string, scope: string | null, shortCode: string) =>
    `${sender}: You're unsubscribed${scope === null ? '' : ` from "${scope}"`}. You get no more texts from ${shortCode}, whoever sends them.`,
  /** Tells who asked to leave that it was declined, and why (W-7). */
  declined: (sender: string, scope: string | null, reason: string | null) =>
    `${sender}: Your request to stop ${scope === null ? 'our texts' : `"${scope}"`} was declined${reason === null ? '' : `: ${reason}`}`,
  /** Tells who asked to leave that nobody decided, and texts go on (W-7). */
  reverted: (sender: string, scope: string | null) =>
    `${sender}: Nobody decided on your request to stop ${scope === null ? 'our texts' : `"${scope}"`}, so texts come again. You can ask again.`,
  /** Asks who wrote START: what one agrees to, the word that agrees, and that it can be ended (G-6). */
  prompt: (sender: string, scope: string | null, { confirm, stop }: Words) =>
    `${sender}: Do you want ${scope === null ? 'marketing' : `"${scope}"`} by text? To agree, reply ${confirm}. You can stop it at any time: reply ${stop}.`,
  /** The receipt of who came back or was opted in (E3). */
  joined: (sender: string, scope: string | null, stop: string) =>
    `${sender}: You now get ${scope === null ? 'our texts' : `"${scope}" by text`}. To stop, reply ${stop}.`,
  /** The answer to HELP and INFO, also to who gets nothing: whose number it is, how to leave, where to ask (SM-11, SM-17). */
  help: (sender: string, { stop, all }: { stop: string; all: string }, contact: string | null) =>
    `This number belongs to ${sender}. To stop what came last, reply ${stop}; for all, ${all}.${contact === null ? '' : ` Questions: ${contact}`}`,
  /** The same at a short code that others send from too: `stop` has the codeword; null where there is none (A8). */
  helpShared: (
    sender: string,
    { code, stop, all }: { code: string; stop: string | null; all: string },
    contact: string | null,
  ) =>
    `${sender} and others text from ${code}. Reply ${stop === null ? '' : `${stop} to stop ours, `}${all} to stop all.${contact === null ? '' : ` Questions: ${contact}`}`,
  /** The answer to TEST: the letters that show that a short code of Sweden carries them (SM-17). */
  test: (sender: string) => `räksmörgås. This number belongs to ${sender}.`,
  /** What a proof of consent says was agreed to by the second word. */
  declaration: (sender: string, scope: string | null) =>
    `I agree that ${sender} sends me ${scope === null ? 'marketing' : `“${scope}”`} by text message. I can withdraw this consent at any time by replying STOP.`,
  /** Beside the way out of a sender that cannot be answered (SM-10). */
  noReply: 'Replies are not read.',
};

export type SmsMessages = typeof en;
