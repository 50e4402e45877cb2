/** One SMS of a double opt-in, as a proof holds it. */
export interface ExchangedSms {
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  /** The gateway's id of it; null where it gave none. */
  readonly gatewayId: string | null;
}

/** The messages of a double opt-in by SMS (A6): what they wrote first, what they were asked, and the second word. */
export interface SmsExchange {
  /** Null where somebody else began it. */
  readonly asked: ExchangedSms | null;
  readonly prompt: ExchangedSms | null;
  readonly answer: ExchangedSms | null;
}

/** For how long the second word of a prompt counts: who answers a question of last month may mean something else. */
export const SECOND_WORD_HOURS = 48;
