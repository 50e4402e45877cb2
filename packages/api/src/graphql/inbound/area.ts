import { type Area, OPERATOR, orUse, overAll, READ_REQUESTS, REVIEWER } from '../access/area.ts';
import { InboundMessageFields } from './inbound-message.fields.ts';
import { InboundMessages } from './inbound-messages.query.ts';
import { PlatformBlocks } from './platform-blocks.query.ts';
import { SettleInboundMessage } from './settle-inbound-message.mutation.ts';

/** What is nobody's here is the operators'. */
const SETTLES = overAll(orUse(REVIEWER, 'OPERATOR'));

export const inbound: Area = {
  resolvers: [InboundMessages, InboundMessageFields, PlatformBlocks, SettleInboundMessage],
  access: {
    Query: {
      inboundMessages: READ_REQUESTS,
      strayInboundMessages: OPERATOR,
      platformBlocks: OPERATOR,
    },
    Mutation: { readInboundMessageAgain: SETTLES, dismissInboundMessage: SETTLES },
  },
  types: {
    InboundMessage: orUse(READ_REQUESTS, 'OPERATOR').rights,
    ForwardedAnswer: orUse(READ_REQUESTS, 'OPERATOR').rights,
    PlatformBlock: OPERATOR.rights,
  },
};
