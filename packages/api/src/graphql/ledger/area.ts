import { ADMIN, type Area } from '../access/area.ts';
import { Ledger } from './ledger.query.ts';

export const ledger: Area = {
  resolvers: [Ledger],
  access: {
    Query: { ledgerSeals: ADMIN, verifyLedger: ADMIN, ledgerExport: ADMIN },
  },
};
