/** What an SMS can be sent from: a number that can be answered, a text that can not, a short code. */
export const SMS_SENDER_KINDS = ['NUMBER', 'TEXT', 'SHORT_CODE'] as const;
export type SmsSenderKind = (typeof SMS_SENDER_KINDS)[number];

/** How an SMS sender came to an organisation: by the word of the operator, or as nobody else was there. */
export const SMS_SENDER_GRANTS = ['OPERATOR', 'ALONE'] as const;
export type SmsSenderGrant = (typeof SMS_SENDER_GRANTS)[number];

export const SENDER_KINDS = ['EMAIL', ...SMS_SENDER_KINDS] as const;
export type SenderKind = (typeof SENDER_KINDS)[number];

/** How it was shown that a domain is an organisation's: a record in the DNS, or the word of the installation's operator. */
export const DOMAIN_PROOFS = ['DNS', 'OPERATOR'] as const;
export type DomainProof = (typeof DOMAIN_PROOFS)[number];
