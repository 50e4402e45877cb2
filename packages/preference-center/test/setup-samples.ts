import { readSetup } from '../app/setup/read-setup.ts';

export const SETUP_POST = readSetup(
  new URLSearchParams({
    organisation: 'Fjordkraft',
    country: 'Norway',
    senderAddress: 'news@fjordkraft.example.test',
    memberName: 'Eva',
    memberAddress: 'eva@fjordkraft.example.test',
  }),
);

export const SETUP_DONE = {
  addressBookId: 'book_01m8pty6kbf04bkmwcsf3qng7x',
  apiKey: 'adieu_admin_J7FcBNUG8hepbsqxC_f3KOW3K-qPdDTUSdIBjCyFc2Y',
  memberAddress: SETUP_POST.memberAddress,
};
