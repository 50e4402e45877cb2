/** What the ledger records (D4, W-12). */
export const LEDGER_EVENT_TYPES = [
  'REQUESTED',
  'JOINED',
  'OVERRIDDEN',
  'CONFIRMED',
  'DECLINED',
  'TIMED_OUT_OPTED_OUT',
  'REVERTED',
  'WITHDRAWN',
  'DEADLINE_MOVED',
  'DOUBLE_OPT_IN_STARTED',
  'DOUBLE_OPT_IN_CONFIRMED',
  'DOUBLE_OPT_IN_EXPIRED',
  'CONSENT_RECORDED',
  'LIFTED',
  'PREFERENCES_CHANGED',
  'EXPORTED',
  'ERASED',
  'LIST_SWITCHED',
  'UNDELIVERABLE',
  'UNDELIVERABLE_LIFTED',
] as const;
export type LedgerEventType = (typeof LEDGER_EVENT_TYPES)[number];

/** What a piece of evidence is of; kept apart from the request, for a time of its own. */
export const EVIDENCE_KINDS = [
  'ONE_CLICK',
  'PAGE',
  'MAIL',
  'SMS',
  'REPORT',
  'API',
  'NOTE',
  'MACHINE',
  'IMPORT',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
