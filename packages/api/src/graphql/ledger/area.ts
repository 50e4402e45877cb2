import { ADMIN, type Area } from '../access/area.ts';
import { LedgerExport } from './ledger-export.query.ts';
import { LedgerSeals } from './ledger-seals.query.ts';
import { VerifyLedger } from './verify-ledger.query.ts';

export const ledger: Area = {
  resolvers: [LedgerExport, LedgerSeals, VerifyLedger],
  access: {
    Query: { ledgerExport: ADMIN, ledgerSeals: ADMIN, verifyLedger: ADMIN },
  },
};
