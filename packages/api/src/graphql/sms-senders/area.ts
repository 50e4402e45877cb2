import { type Area, OPERATOR, READ_CAMPAIGNS } from '../access/area.ts';
import { AssignSmsSender } from './assign-sms-sender.mutation.ts';
import { SmsSenders } from './sms-senders.query.ts';

export const smsSenders: Area = {
  resolvers: [AssignSmsSender, SmsSenders],
  access: {
    Query: { smsSenders: READ_CAMPAIGNS },
    Mutation: { assignSmsSender: OPERATOR },
  },
  types: { SmsSender: READ_CAMPAIGNS.rights },
};
