import { type Area, ADMIN, READ } from '../access/area.ts';
import { MachineSignalFields } from './machine-signal.fields.ts';
import { MachineSignalQuery } from './machine-signal.query.ts';
import { MachineSignals } from './machine-signals.query.ts';
import { OpenRequestsFromMachineSignals } from './open-requests-from-machine-signals.mutation.ts';

export const machineSignals: Area = {
  resolvers: [
    MachineSignalFields,
    MachineSignalQuery,
    MachineSignals,
    OpenRequestsFromMachineSignals,
  ],
  access: {
    Query: { machineSignal: READ, machineSignals: READ },
    Mutation: { openRequestsFromMachineSignals: ADMIN },
  },
  types: { MachineSignal: READ.rights, MachineSignalDetail: 'held', OpenedItem: 'held' },
};
