import { type Area, inAccount, orUse, READ_CAMPAIGNS, READ_REQUESTS } from '../access/area.ts';
import { GateAnswerFields } from './gate-answer.fields.ts';
import { GateStopsQueries } from './gate-stops.query.ts';
import { MayContactMany } from './may-contact-many.query.ts';
import { MayContact } from './may-contact.query.ts';

export const gate: Area = {
  resolvers: [GateAnswerFields, GateStopsQueries, MayContactMany, MayContact],
  access: {
    Query: {
      gateStops: inAccount(READ_CAMPAIGNS, 'accountId'),
      mayContactMany: inAccount(orUse(READ_CAMPAIGNS, 'gate:ask')),
      mayContact: inAccount(orUse(READ_CAMPAIGNS, 'gate:ask')),
    },
  },
  types: {
    GateAnswer: orUse(READ_CAMPAIGNS, 'gate:ask').rights,
    AddressGateAnswer: 'held',
    GateStops: READ_CAMPAIGNS.rights,
  },
  fields: { 'GateAnswer.request': { rights: READ_REQUESTS.rights, others: 'null' } },
};
