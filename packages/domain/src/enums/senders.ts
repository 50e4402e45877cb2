/** What an SMS can be sent from: a number that can be answered, a text that can not, a short code. */
export const SMS_SENDER_KINDS = ['NUMBER', 'TEXT', 'SHORT_CODE'] as const;
export type SmsSenderKind = (typeof SMS_SENDER_KINDS)[number];

export const SENDER_KINDS = ['EMAIL', ...SMS_SENDER_KINDS] as const;
export type SenderKind = (typeof SENDER_KINDS)[number];
