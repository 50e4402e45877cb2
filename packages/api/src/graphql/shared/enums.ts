import {
  ATTRIBUTIONS,
  AUDIENCE_EXPORT_STATES,
  AUDIENCE_TESTS,
  AUDIENCE_USES,
  BOUNCE_KINDS,
  BOUNCE_SOURCES,
  CAMPAIGN_STATES,
  CHANNELS,
  CONSENT_OUTCOMES,
  CONTACT_STATES,
  DECISIONS,
  DOUBLE_OPT_IN_STATES,
  FREQUENCIES,
  EVIDENCE_KINDS,
  GATE_REASONS,
  LEDGER_EVENT_TYPES,
  MACHINE_SIGNAL_KINDS,
  MESSAGE_STATES,
  OPT_OUT_METHODS,
  PLAN_STATES,
  POLICY_MODES,
  POLICY_OWNERS,
  PURPOSES,
  REACTIVATIONS,
  REQUEST_STATES,
  SCOPE_KINDS,
  SIGNALS,
  SMS_SENDER_GRANTS,
  SMS_SENDER_KINDS,
  SUPPRESSION_STATES,
  SUSPICIONS,
  TIMEOUT_OUTCOMES,
  PAUSE_REASONS,
  WARNING_KINDS,
  WIDENINGS,
} from '@adieu/domain';
import { REPORT_STEPS, type RequestOrder, TREND_STEPS } from '@adieu/db';
import { enumOf } from './enum-of.ts';

export const AttributionEnum = enumOf(
  'Attribution',
  ATTRIBUTIONS,
  'How a message came to its recipient: through its book, whole or filtered, or addressed by hand.',
);
export const AudienceExportStateEnum = enumOf(
  'AudienceExportState',
  AUDIENCE_EXPORT_STATES,
  'CUT: it ended before its last contact. One that stays RUNNING was cut off by a crash.',
);
export const AudienceTestEnum = enumOf(
  'AudienceTest',
  AUDIENCE_TESTS,
  'How a field is looked at. EXISTS: it has a value that is not blank. CONTAINS takes upper and lower case for the same; all others do not. GREATER, AT_LEAST, LESS, AT_MOST: as numbers or days; other values are neither.',
);
export const AudienceUseEnum = enumOf('AudienceUse', AUDIENCE_USES);
export const BounceKindEnum = enumOf(
  'BounceKind',
  BOUNCE_KINDS,
  'HARD: there is no such mailbox. SOFT: it could not be delivered now. REFUSED: it was not wanted, which says nothing about the mailbox.',
);
export const BounceSourceEnum = enumOf(
  'BounceSource',
  BOUNCE_SOURCES,
  'HAND_OVER: the mail server said so at once. DSN: a notification that came back. PROVIDER: an event of a provider.',
);
export const CampaignStateEnum = enumOf(
  'CampaignState',
  [...CAMPAIGN_STATES, 'SCHEDULED'],
  'SCHEDULED: it waits for its hour, with its messages queued.',
);
export const ChannelEnum = enumOf('Channel', CHANNELS);
export const ConsentOutcomeEnum = enumOf(
  'ConsentOutcome',
  CONSENT_OUTCOMES,
  'RECORDED: the address had never left. DOUBLE_OPT_IN_STARTED: it had, and a mail asks for its own consent. DOUBLE_OPT_IN_LIMITED: it had, and got such a mail lately.',
);
export const ContactStateEnum = enumOf(
  'ContactState',
  CONTACT_STATES,
  'Where the address stands with the book, whichever way it left.',
);
export const DecisionEnum = enumOf('Decision', DECISIONS);
export const DoubleOptInStateEnum = enumOf(
  'DoubleOptInState',
  DOUBLE_OPT_IN_STATES,
  'LEFT_AGAIN: confirmed, and left or paused again since. SUPERSEDED: not confirmed before a later wish to stop.',
);
export const FrequencyEnum = enumOf(
  'Frequency',
  FREQUENCIES,
  'At most one message in a day, a week, 30 days; EVERY sets no limit.',
);
export const GateReasonEnum = enumOf('GateReason', GATE_REASONS);
export const LedgerEventTypeEnum = enumOf('LedgerEventType', LEDGER_EVENT_TYPES);
export const MessageStateEnum = enumOf('MessageState', MESSAGE_STATES);
export const OptOutMethodEnum = enumOf('OptOutMethod', OPT_OUT_METHODS, 'How a wish came in.');
export const OptOutRequestStateEnum = enumOf('OptOutRequestState', REQUEST_STATES);
export const PlanStateEnum = enumOf('PlanState', PLAN_STATES, 'What became of a planned decision.');
export const PolicyModeEnum = enumOf(
  'PolicyMode',
  POLICY_MODES,
  'What a clear wish does: act at once, or pause the address until an admin has reviewed it.',
);
export const PolicyOriginEnum = enumOf(
  'PolicyOrigin',
  POLICY_OWNERS,
  'Whose policy it is. A book without one of its own follows its account, then the organisation, then the installation.',
);
export const PurposeEnum = enumOf('Purpose', PURPOSES);
export const ReactivationEnum = enumOf(
  'Reactivation',
  REACTIVATIONS,
  'Who may bring somebody back who left: they themselves by a double opt-in, or for a service book also its controller.',
);
export const ScopeKindEnum = enumOf('ScopeKind', SCOPE_KINDS);
export const SignalEnum = enumOf(
  'Signal',
  SIGNALS,
  'How sure a wish is. A machine (link scanner, bounce) wishes nothing.',
);
export const SmsSenderKindEnum = enumOf(
  'SmsSenderKind',
  SMS_SENDER_KINDS,
  'NUMBER: can be answered. TEXT: a name, which can not. SHORT_CODE: can be, with a keyword where several share it.',
);
export const SmsSenderGrantEnum = enumOf(
  'SmsSenderGrant',
  SMS_SENDER_GRANTS,
  'How it came to the organisation. OPERATOR: whoever runs the installation said so. ALONE: it was there when no other organisation was.',
);
export const SuppressionStateEnum = enumOf('SuppressionState', SUPPRESSION_STATES);
export const TimeoutOutcomeEnum = enumOf(
  'TimeoutOutcome',
  TIMEOUT_OUTCOMES,
  'What the end of a review does where nobody decided.',
);
export const WideningEnum = enumOf(
  'Widening',
  WIDENINGS,
  'What an opt-out of a topic or a marketing book counts for: itself, its account, or the organisation.',
);

const REQUEST_ORDERS: readonly RequestOrder[] = ['DEADLINE', 'RECEIVED_AT', 'DECIDED_AT'];
export const OptOutRequestOrderEnum = enumOf(
  'OptOutRequestOrder',
  REQUEST_ORDERS,
  'DEADLINE: what ends first. RECEIVED_AT: the newest first. DECIDED_AT: the newest decision first, without what is undecided.',
);

const LEAVE_CHOICES = ['ALL_MARKETING', 'THIS_SCOPE', 'THIS_BOOK'] as const;
export type LeaveChoice = (typeof LEAVE_CHOICES)[number];
export const LeaveChoiceEnum = enumOf(
  'LeaveChoice',
  LEAVE_CHOICES,
  "All marketing of the link's account; what the link itself is about: its topic, or else its book; or its book.",
);

export const EvidenceKindEnum = enumOf('EvidenceKind', EVIDENCE_KINDS, 'What evidence is of.');
export const MachineSignalKindEnum = enumOf(
  'MachineSignalKind',
  MACHINE_SIGNAL_KINDS,
  'What machines tell of an address. None of it is a wish. HARD_BOUNCE, SOFT_BOUNCE, REFUSAL: a message came back, or was not taken. AUTO_REPLY: their mailbox answered by itself. FEEDBACK: what a mailbox provider reports of a message, and is no complaint.',
);
export const SuspicionEnum = enumOf(
  'Suspicion',
  SUSPICIONS,
  'Why a wish may be a robot’s. BURST: many of one mail domain left within seconds of delivery.',
);

export const ReportStepEnum = enumOf('ReportStep', REPORT_STEPS);
export const TrendStepEnum = enumOf('TrendStep', TREND_STEPS);
export const WarningKindEnum = enumOf(
  'WarningKind',
  WARNING_KINDS,
  'OPT_OUT_RATE: 1 % left. OPT_OUT_UNUSUAL: 3 σ off the account’s average. COMPLAINT_RATE: 0.1 % complained. COMPLAINT_PAUSE: 0.3 % did, and it was paused. BOUNCE_RATE: 2 % have no mailbox; `sent` is then what was tried.',
);
export const PauseReasonEnum = enumOf(
  'PauseReason',
  PAUSE_REASONS,
  'Why a campaign was paused by itself. COMPLAINT_RATE: 0.3 % of the recipients complained. SENDER_DOMAIN: the organisation lost the domain that it is sent from; prove it again, or cancel. SMS_SENDER: it lost the number, text or short code; ask for it again, or cancel.',
);
