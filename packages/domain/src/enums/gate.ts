/** Why the gate stops a message: the first that is so counts. */
export const GATE_STOPS = [
  'CONTACT_REMOVED',
  'ARCHIVED',
  'OPTED_OUT',
  'PAUSED',
  'SENDER_BLOCKED',
  'UNDELIVERABLE',
  'SIGN_UP_UNCONFIRMED',
  'SNOOZED',
  'FREQUENCY_CAP',
] as const;
export type GateStop = (typeof GATE_STOPS)[number];

/** Every reason that the gate may give. `UNKNOWN_ADDRESS`: what was asked for is no address at all. */
export const GATE_REASONS = [
  'NO_OBJECTION',
  'TRANSACTIONAL',
  ...GATE_STOPS,
  'UNKNOWN_ADDRESS',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

/** Why a message was not handed over: the gate, or its campaign was cancelled. */
export const MESSAGE_STOPS = [...GATE_STOPS, 'CANCELLED'] as const;
export type MessageStop = (typeof MESSAGE_STOPS)[number];
