import type { Area } from '../access/area.ts';
import { OptOutReceipts } from './opt-out-receipt.fields.ts';

export const receipts: Area = {
  resolvers: [OptOutReceipts],
  access: {},
};
