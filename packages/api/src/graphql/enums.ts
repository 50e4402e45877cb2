import {
  ACTOR_KINDS,
  CAMPAIGN_STATES,
  CHANNELS,
  DECISIONS,
  FREQUENCIES,
  GATE_REASONS,
  LEDGER_EVENT_TYPES,
  MESSAGE_STATES,
  OPT_OUT_METHODS,
  PLAN_STATES,
  POLICY_MODES,
  PURPOSES,
  REQUEST_STATES,
  ROLES,
  SCOPE_KINDS,
  SIGNALS,
  SUPPRESSION_STATES,
  TIMEOUT_OUTCOMES,
} from '@adieu/domain';
import { registerEnumType } from 'type-graphql';

/** Makes a GraphQL enum of the domain's words; gives what type-graphql knows it by. */
function enumOf<Word extends string>(
  name: string,
  words: readonly Word[],
  description?: string,
): Record<Word, Word> {
  const members = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(members, { name, ...(description !== undefined && { description }) });
  return members;
}

export const ActorKindEnum = enumOf('ActorKind', ACTOR_KINDS);
export const CampaignStateEnum = enumOf('CampaignState', CAMPAIGN_STATES);
export const ChannelEnum = enumOf('Channel', CHANNELS);
export const DecisionEnum = enumOf('Decision', DECISIONS);
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
export const PurposeEnum = enumOf('Purpose', PURPOSES);
export const RoleEnum = enumOf('Role', ROLES);
export const ScopeKindEnum = enumOf('ScopeKind', SCOPE_KINDS);
export const SignalEnum = enumOf(
  'Signal',
  SIGNALS,
  'How sure a wish is. A machine (link scanner, bounce) wishes nothing.',
);
export const SuppressionStateEnum = enumOf('SuppressionState', SUPPRESSION_STATES);
export const TimeoutOutcomeEnum = enumOf(
  'TimeoutOutcome',
  TIMEOUT_OUTCOMES,
  'What the end of a review does where nobody decided.',
);

const REQUEST_ORDERS = ['DEADLINE', 'RECEIVED_AT'] as const;
export type RequestOrder = (typeof REQUEST_ORDERS)[number];
export const OptOutRequestOrderEnum = enumOf(
  'OptOutRequestOrder',
  REQUEST_ORDERS,
  'DEADLINE: what ends first. RECEIVED_AT: the newest first.',
);

const LEAVE_CHOICES = ['ALL_MARKETING', 'THIS_SCOPE'] as const;
export type LeaveChoice = (typeof LEAVE_CHOICES)[number];
export const LeaveChoiceEnum = enumOf(
  'LeaveChoice',
  LEAVE_CHOICES,
  "All marketing of the link's account, or what the link itself is about: its topic, or else its book.",
);
