import { type Area, READ_REQUESTS } from '../access/area.ts';
import { OptOutReceipts } from './opt-out-receipt.fields.ts';

export const receipts: Area = {
  resolvers: [OptOutReceipts],
  access: {},
  types: { OptOutReceipt: READ_REQUESTS.rights, InFlightMessage: 'held' },
};
