/** The words of the house, each defined here once. Tables, GraphQL and pages take them from here. */

export const CHANNELS = ['EMAIL', 'SMS'] as const;
export type Channel = (typeof CHANNELS)[number];

export const PURPOSES = ['MARKETING', 'SERVICE', 'TRANSACTIONAL'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const SCOPE_KINDS = ['TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const SIGNALS = ['CLEAR', 'UNCLEAR', 'MACHINE'] as const;
export type Signal = (typeof SIGNALS)[number];

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

export const SUPPRESSION_STATES = ['PAUSED', 'OPTED_OUT'] as const;
export type SuppressionState = (typeof SUPPRESSION_STATES)[number];

export const TIMEOUT_OUTCOMES = ['OPT_OUT', 'REVERT'] as const;
export type TimeoutOutcome = (typeof TIMEOUT_OUTCOMES)[number];

export const DECISIONS = ['CONFIRM', 'DECLINE'] as const;
export type Decision = (typeof DECISIONS)[number];

export const POLICY_MODES = ['AT_ONCE', 'REVIEW'] as const;
export type PolicyMode = (typeof POLICY_MODES)[number];

export const LANGUAGES = ['sv', 'cs', 'de', 'da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Who did something: the recipient himself, an admin by name of key, the timer, or the system (relay, import). */
export const ACTOR_KINDS = ['RECIPIENT', 'ADMIN', 'TIMER', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
export interface Actor {
  readonly kind: ActorKind;
  readonly name: string | null;
}

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
  'ERASED',
  'LIST_SWITCHED',
] as const;
export type LedgerEventType = (typeof LEDGER_EVENT_TYPES)[number];

export const MESSAGE_STATES = [
  'QUEUED',
  'HANDING_OVER',
  'HELD',
  'SENT',
  'STOPPED',
  'FAILED',
  'UNKNOWN',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const CAMPAIGN_STATES = ['DRAFT', 'SENDING', 'PAUSED', 'SENT', 'CANCELLED'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** OPERATOR looks after the installation: exempts books, and reads nobody's address. */
export const ROLES = ['ADMIN', 'CAMPAIGNER', 'OPERATOR'] as const;
export type Role = (typeof ROLES)[number];

/** How far an opt-out of a topic or a marketing book counts (F9, D6): for itself, its account, the organisation. */
export const WIDENINGS = ['NONE', 'ACCOUNT', 'ORGANISATION'] as const;
export type Widening = (typeof WIDENINGS)[number];

/** How a message came to its recipient (B6): through its book whole or filtered, or addressed by hand. */
export const ATTRIBUTIONS = ['BOOK', 'FILTERED', 'BY_HAND'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** Where a contact stands with its book, as the gate sees it (A5, F9). */
export const CONTACT_STATES = ['SUBSCRIBED', 'PAUSED', 'OPTED_OUT'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];
/** Who may bring somebody back who left: he himself by a double opt-in, or for a service book also its controller (B1). */
export const REACTIVATIONS = ['RECIPIENT', 'CONTROLLER'] as const;
export type Reactivation = (typeof REACTIVATIONS)[number];

/** Whose policy it is; each follows the next where it has none of its own. */
export const POLICY_OWNERS = ['BOOK', 'ACCOUNT', 'ORGANISATION', 'HOUSE'] as const;
export type PolicyOwnerKind = (typeof POLICY_OWNERS)[number];
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

/** Why a wish may be no person's: many of one domain left within seconds of delivery (N4). */
export const SUSPICIONS = ['BURST'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** What machines tell of an address. None of it is a wish: it is kept as evidence and opens nothing by itself. */
export const MACHINE_SIGNAL_KINDS = ['BOUNCE', 'INACTIVITY', 'LINK_SCANNER', 'AUTO_REPLY'] as const;
export type MachineSignalKind = (typeof MACHINE_SIGNAL_KINDS)[number];
