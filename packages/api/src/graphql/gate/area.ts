import { ANY_KEY, type Area } from '../access/area.ts';
import { GateStopsQueries } from './gate-stops.query.ts';
import { MayContact } from './may-contact.query.ts';

export const gate: Area = {
  resolvers: [GateStopsQueries, MayContact],
  access: {
    Query: { gateStops: ANY_KEY, mayContact: ANY_KEY, mayContactMany: ANY_KEY },
  },
};
