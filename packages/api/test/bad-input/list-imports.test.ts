import { toId } from '../../src/graphql/shared/ids.ts';
import { listFile, listImport } from './make.ts';
import { testBadInput } from './test-bad-input.ts';
import { book, house } from './world.ts';

const readAs = {
  format: 'CSV',
  encoding: 'utf-8',
  separator: ',',
  sheet: 'Sheet1',
  path: 'data',
  header: true,
};

testBadInput('list-imports', {
  startOptOutImport: {
    names: { 'scope.id': 'scope' },
    input: async () => ({
      fileId: await listFile(),
      scope: book(house.org.newsletterId),
      readAs,
    }),
  },
  startContactImport: {
    input: async () => ({
      fileId: await listFile(),
      addressBookId: toId('book', house.org.newsletterId),
      readAs,
    }),
  },
  mapListImport: {
    input: async () => ({
      id: await listImport('LOOKED'),
      columns: [{ column: 'email', field: 'EMAIL', name: 'mail' }],
    }),
    names: { 'columns[].column': 'columns' },
    makesNoRows: true,
  },
  runListImport: { input: async () => ({ id: await listImport('COUNTED') }), makesNoRows: true },
  cancelListImport: { input: async () => ({ id: await listImport('LOOKED') }), makesNoRows: true },
});
