import { toId } from '../../src/graphql/shared/ids.ts';
import { testBadInput } from './test-bad-input.ts';
import { cameBack, contact, machineSignal, parked } from './make.ts';
import { house, fresh, freshNumber, book } from './world.ts';

testBadInput('contacts', {
  addContact: {
    input: async () => ({
      addressBookId: toId('book', house.org.newsletterId),
      email: fresh(),
      phone: freshNumber(),
      language: 'sv',
      fields: [{ name: 'first_name', value: 'Åsa' }],
    }),
  },
  importContacts: {
    input: async () => ({
      addressBookId: toId('book', house.org.staffId),
      csv: `email,first_name,status\n${fresh()},Åsa,no\n`,
      leavingColumns: [{ column: 'status', means: 'IGNORE' }],
    }),
    anyLength: ['csv'],
  },
  updateContact: {
    input: async () => ({
      id: await contact(),
      email: fresh(),
      phone: freshNumber(),
      language: 'sv',
      fields: [{ name: 'first_name', value: 'Åsa' }],
    }),
  },
  removeContact: { input: async () => ({ id: await contact() }), makesNoRows: true },
  dismissInboundMessage: { input: async () => ({ id: await parked() }), makesNoRows: true },
  readInboundMessageAgain: { input: async () => ({ id: await parked() }), makesNoRows: true },
  liftUndeliverable: {
    names: { accountId: 'ids' },
    input: async () => ({
      ids: [await cameBack()],
      accountId: toId('account', house.org.accountId),
      reason: 'Their server was mended.',
    }),
  },
  openRequestsFromMachineSignals: {
    names: { 'scope.id': 'ids' },
    input: async () => ({
      ids: [await machineSignal()],
      scope: book(house.org.staffId),
      note: 'No answer for a year.',
    }),
  },
});
