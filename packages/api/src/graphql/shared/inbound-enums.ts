import {
  INBOUND_OUTCOMES,
  INBOUND_REMARKS,
  INBOUND_STATES,
  PARKED_BECAUSE,
  WISH_DOUBTS,
} from '@adieu/domain';
import { enumOf } from './enum-of.ts';

export const InboundStateEnum = enumOf(
  'InboundState',
  INBOUND_STATES,
  'Where a message that came in stands. PARKED: it waits for a member. JOINED: a part of a longer text.',
);
export const InboundOutcomeEnum = enumOf(
  'InboundOutcome',
  INBOUND_OUTCOMES,
  'What a message that came in became.',
);
export const InboundRemarkEnum = enumOf(
  'InboundRemark',
  INBOUND_REMARKS,
  'What decided beside the words of a mail that came in; `explanation` says it in words.',
);
export const WishDoubtEnum = enumOf(
  'WishDoubt',
  WISH_DOUBTS,
  'Why what somebody wrote, or a report of theirs, does not count by itself. OTHER_ADDRESS: it came from another address than the mail went to. NOT_VOUCHED_FOR: nothing says that they wrote it. REPORT_NOT_VOUCHED_FOR: nothing says that their mailbox provider wrote the report.',
);
export const ParkedBecauseEnum = enumOf(
  'ParkedBecause',
  PARKED_BECAUSE,
  'Why a message that came in waits for a member.',
);
