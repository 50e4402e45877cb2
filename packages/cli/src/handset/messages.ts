/** `SENT` and what follows: to the phone. `WAITING` and what follows: written on it, and on its way to Adieu. */
export type HandsetState = 'SENT' | 'DELIVERED' | 'WAITING' | 'TAKEN' | 'REFUSED';

export interface HandsetMessage {
  readonly id: string;
  /** Whose phone it is on. */
  readonly phone: string;
  /** Who wrote to it, or whom it wrote to. */
  readonly other: string;
  readonly direction: 'TO_PHONE' | 'FROM_PHONE';
  readonly text: string;
  /** Null for what was written on the phone. */
  readonly encoding: string | null;
  readonly parts: number | null;
  readonly at: string;
  readonly state: HandsetState;
}

/** Who is not written to any more by this sender, as a provider's own list has it. */
export interface HandsetOptOut {
  readonly number: string;
  readonly sender: string;
}

export interface Handset {
  readonly messages: readonly HandsetMessage[];
  readonly optOuts: readonly HandsetOptOut[];
}

export const MOST_MESSAGES = 2_000;

export interface HandsetMessages extends Handset {
  add(message: HandsetMessage): void;
  become(id: string, state: HandsetState): void;
  optOut(optOut: HandsetOptOut): void;
  hasOptedOut(optOut: HandsetOptOut): boolean;
  /** Calls after each change until it is ended by what it gives. */
  listen(changed: () => void): () => void;
}

/** What the phones hold: the last messages, oldest first. */
export function createMessages(before: Handset): HandsetMessages {
  let messages = before.messages.slice(-MOST_MESSAGES);
  const optOuts = [...before.optOuts];
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((changed) => changed());
  const hasOptedOut = ({ number, sender }: HandsetOptOut): boolean =>
    optOuts.some((one) => one.number === number && one.sender === sender);
  return {
    get messages() {
      return messages;
    },
    optOuts,
    hasOptedOut,
    add(message) {
      messages = [...messages, message].slice(-MOST_MESSAGES);
      tell();
    },
    become(id, state) {
      messages = messages.map((one) => (one.id === id ? { ...one, state } : one));
      tell();
    },
    optOut(optOut) {
      if (hasOptedOut(optOut)) return;
      optOuts.push(optOut);
      tell();
    },
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
