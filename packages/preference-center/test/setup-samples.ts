import { firstCommands } from '@adieu/domain';
import { readSetup } from '../app/setup/read-setup.ts';

export const SETUP_POST = readSetup(
  new URLSearchParams({
    organisation: 'Fjordkraft',
    country: 'ES',
    senderAddress: 'news@fjordkraft.example.test',
    memberName: 'Eva',
    memberAddress: 'eva@fjordkraft.example.test',
  }),
);

const BEGUN = {
  bookId: 'book_01m8pty6kbf04bkmwcsf3qng7x',
  campaignerKey: 'adieu_campaigner_J7FcBNUG8hepbsqxC_f3KOW3K-qPdDTUSdIBjCyFc2Y',
  reader: { name: SETUP_POST.memberName, address: SETUP_POST.memberAddress },
};

export const SETUP_DONE = {
  addressBookId: BEGUN.bookId,
  apiKey: BEGUN.campaignerKey,
  adminApiKey: 'adieu_admin_J7FcBNUG8hepbsqxC_f3KOW3K-qPdDTUSdIBjCyFc2Y',
  memberAddress: SETUP_POST.memberAddress,
  commands: firstCommands(
    { by: 'npm', data: '/srv/adieu/data', graphql: 'http://localhost:4001/graphql' },
    BEGUN,
  ),
};
