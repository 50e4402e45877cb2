import { type Area, ADMIN, CAMPAIGNER, inAccount, orUse, READ_CAMPAIGNS } from '../access/area.ts';
import { ListImports } from './list-imports.query.ts';
import { StartListImport } from './start-list-import.mutation.ts';
import { StepListImport } from './step-list-import.mutation.ts';

const IMPORTS = orUse(CAMPAIGNER, 'lists:import');
const READS = orUse(READ_CAMPAIGNS, 'lists:import');

export const listImports: Area = {
  resolvers: [ListImports, StartListImport, StepListImport],
  access: {
    Query: { listImport: inAccount(READS), listImports: inAccount(READS, 'accountId') },
    Mutation: {
      startOptOutImport: inAccount(orUse(ADMIN, 'lists:import')),
      startContactImport: inAccount(IMPORTS),
      mapListImport: inAccount(IMPORTS),
      runListImport: inAccount(IMPORTS),
      cancelListImport: inAccount(IMPORTS),
    },
  },
  types: {
    ListImport: READS.rights,
    ListImportColumn: 'held',
    ListImportCounts: 'held',
    ListImportFailure: 'held',
    ListImportRemark: 'held',
  },
};
