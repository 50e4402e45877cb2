import { type Area, overAll, READ, READ_REQUESTS } from '../access/area.ts';
import { LedgerExport } from './ledger-export.query.ts';
import { LedgerSeals } from './ledger-seals.query.ts';
import { VerifyLedger } from './verify-ledger.query.ts';

export const ledger: Area = {
  resolvers: [LedgerExport, LedgerSeals, VerifyLedger],
  access: {
    Query: {
      ledgerExport: READ,
      ledgerSeals: READ, // The seals are over the events of all.
      verifyLedger: overAll(READ),
    },
  },
  types: {
    LedgerEvent: READ_REQUESTS.rights,
    Actor: 'held',
    LedgerExportFile: READ.rights,
    LedgerSeal: READ.rights,
    LedgerVerification: READ.rights,
    BrokenSeal: 'held',
  },
};
