import { seed } from '@adieu/testkit';
import { brandInput } from '../brand-input.ts';
import { testBadInput } from './test-bad-input.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import { idOf, ourAccount, freshLogo, newBook, newAccount, newSender } from './make.ts';
import { ask, fresh, house, next } from './world.ts';

testBadInput('accounts', {
  deleteAccount: {
    input: async () => {
      const name = `Old account ${next()}`;
      const sender = { name: 'Shop', address: 'shop@nordlys.example.test' };
      const id = await idOf(
        'createAccount',
        { name, sender },
        '... on AccountCreated { account { id } }',
      );
      return { id, name };
    },
  },
  deleteOrganisation: {
    input: async () => {
      const name = `Old organisation ${next()}`;
      const { organisationId } = await seed(house.test.db, { name });
      return { id: toId('org', organisationId), name };
    },
    // An operator looks after all organisations.
    words: ['id'],
  },
  createOrganisation: {
    input: async () => ({
      organisation: `Organisation ${next()}`,
      account: 'Shop',
      country: 'SE',
      timeZone: 'Europe/Stockholm',
      language: 'sv',
      senderName: 'Shop',
      senderAddress: 'shop@nordlys.example.test',
      book: 'News',
      rule: 'SERVICE_REVIEW',
      memberName: 'Eva',
      memberAddress: fresh(),
      key: false,
    }),
  },
  createAccount: {
    input: async () => ({
      name: `Account ${next()}`,
      sender: { name: 'Shop', address: 'shop@nordlys.example.test' },
      defaultLanguage: 'sv',
    }),
  },
  switchAccountList: {
    input: async () => ({ accountId: await newAccount(), keepsOwnList: true }),
    makesNoRows: true,
  },
  changeAccount: {
    input: async () => ({
      id: await newAccount(),
      name: `Renamed ${next()}`,
      country: 'SE',
      timeZone: 'Europe/Stockholm',
      defaultLanguage: 'sv',
      doubleOptInDays: 3,
      thresholds: { warnOptOutRate: 0.02, burstFewest: 20 },
      replyAddress: 'hej@nordlys.example.test',
      readsReplies: true,
    }),
    makesNoRows: true,
  },
  changeOrganisation: {
    input: async () => ({ name: `Nordlys ${next()}`, widening: 'NONE', proofRetentionDays: 400 }),
    makesNoRows: true,
  },
  changeAddressBook: {
    input: async () => ({ id: (await newBook()).id, name: `Renamed ${next()}` }),
    makesNoRows: true,
  },
  changeTopic: {
    input: async () => ({
      id: await idOf(
        'createTopic',
        { ...ourAccount(), name: `Own topic ${next()}` },
        '... on TopicCreated { topic { id } }',
      ),
      name: `Renamed ${next()}`,
    }),
    makesNoRows: true,
  },
  createAddressBook: {
    input: async () => ({ ...ourAccount(), name: `Book ${next()}`, purpose: 'SERVICE' }),
  },
  endExemption: {
    input: async () => {
      const { id } = await newBook();
      await ask('exemptAddressBook', { addressBookId: id, reason: 'Needed to do the work.' });
      return { addressBookId: id, reason: 'No longer.' };
    },
  },
  exemptAddressBook: {
    input: async () => ({ addressBookId: (await newBook()).id, reason: 'Needed to do the work.' }),
  },
  createTopic: { input: async () => ({ ...ourAccount(), name: `Topic ${next()}` }) },
  archiveScope: { input: async () => ({ scope: await newBook() }), makesNoRows: true },
  deleteScope: { input: async () => ({ scope: await newBook() }), makesNoRows: true },
  createSender: {
    input: async () => ({ ...ourAccount(), name: `Shop ${next()}`, address: fresh() }),
    instead: {
      keyword: async () => ({
        ...ourAccount(),
        smsKind: 'SHORT_CODE',
        address: '72080',
        keyword: `K${next()}`,
      }),
      countries: async () => ({
        ...ourAccount(),
        smsKind: 'TEXT',
        address: `Text ${next()}`,
        countries: ['SE'],
      }),
    },
  },
  updateSender: {
    input: async () => ({ id: await newSender(), name: `Club ${next()}` }),
    instead: { countries: async () => ({ id: await newSender(), countries: ['SE'] }) },
    makesNoRows: true,
  },
  archiveSender: { input: async () => ({ id: await newSender() }), makesNoRows: true },
  setAddressBookSender: {
    input: async () => ({
      addressBookId: toId('book', house.org.newsletterId),
      channel: 'EMAIL',
      senderId: await newSender(),
    }),
    makesNoRows: true,
  },
  setAccountBrand: {
    input: async () => ({
      ...ourAccount(),
      ...brandInput(),
      logo: { content: freshLogo(), alt: 'Waves' },
    }),
    instead: {
      'logo.id': async () => ({
        ...ourAccount(),
        logo: { id: 'ab'.repeat(32), alt: 'Waves' },
      }),
    },
    words: ['logo.id'],
    anyLength: ['logo.content'],
  },
});
