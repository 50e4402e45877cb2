export const SIGNALS = ['CLEAR', 'UNCLEAR', 'MACHINE'] as const;
export type Signal = (typeof SIGNALS)[number];

/** Those that open a request; what a machine tells opens none. */
export const REQUEST_SIGNALS = ['CLEAR', 'UNCLEAR'] as const satisfies readonly Signal[];
export type RequestSignal = (typeof REQUEST_SIGNALS)[number];

/** How a wish came in (F7). */
export const OPT_OUT_METHODS = [
  'ONE_CLICK',
  'LINK',
  'MAILTO',
  'MAIL_REPLY',
  'SMS_KEYWORD',
  'SMS_LINK',
  'SPAM_REPORT',
  'API',
  'MANUAL',
  'FILTER',
  'IMPORT',
  'PROVIDER',
] as const;
export type OptOutMethod = (typeof OPT_OUT_METHODS)[number];

export const REQUEST_STATES = [
  'PENDING',
  'CONFIRMED',
  'DECLINED',
  'REVERTED',
  'WITHDRAWN',
  'LIFTED',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const DECISIONS = ['CONFIRM', 'DECLINE'] as const;
export type Decision = (typeof DECISIONS)[number];

export const SUPPRESSION_STATES = ['PAUSED', 'OPTED_OUT'] as const;
export type SuppressionState = (typeof SUPPRESSION_STATES)[number];

/** Why a wish may be no person's: many of one domain left within seconds of delivery (N4). */
export const SUSPICIONS = ['BURST'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** What machines tell of an address. None of it is a wish: it is kept as evidence and opens nothing by itself. */
export const MACHINE_SIGNAL_KINDS = [
  'HARD_BOUNCE',
  'SOFT_BOUNCE',
  'REFUSAL',
  'INACTIVITY',
  'LINK_SCANNER',
  'AUTO_REPLY',
  // What a mailbox provider reports of a message and is no wish: failed signatures, fraud.
  'FEEDBACK',
] as const;
export type MachineSignalKind = (typeof MACHINE_SIGNAL_KINDS)[number];
