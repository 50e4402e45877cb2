import { ANY_KEY, type Area } from '../access/area.ts';
import { GateAnswerFields } from './gate-answer.fields.ts';
import { GateStopsQueries } from './gate-stops.query.ts';
import { MayContactMany } from './may-contact-many.query.ts';
import { MayContact } from './may-contact.query.ts';

export const gate: Area = {
  resolvers: [GateAnswerFields, GateStopsQueries, MayContactMany, MayContact],
  access: {
    Query: { gateStops: ANY_KEY, mayContactMany: ANY_KEY, mayContact: ANY_KEY },
  },
};
