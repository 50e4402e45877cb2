import { type Area, ADMIN, inAccount, READ_CAMPAIGNS } from '../access/area.ts';
import { AccountSenders } from './account-senders.fields.ts';
import { AddressBookSenders } from './address-book-senders.fields.ts';
import { ArchiveSender } from './archive-sender.mutation.ts';
import { CampaignSender } from './campaign-sender.fields.ts';
import { CreateSender } from './create-sender.mutation.ts';
import { SenderFields } from './sender.fields.ts';
import { SenderQuery } from './sender.query.ts';
import { Senders } from './senders.query.ts';
import { SetAddressBookSender } from './set-address-book-sender.mutation.ts';
import { UpdateSender } from './update-sender.mutation.ts';

export const senders: Area = {
  resolvers: [
    AccountSenders,
    AddressBookSenders,
    ArchiveSender,
    CampaignSender,
    CreateSender,
    SenderFields,
    SenderQuery,
    Senders,
    SetAddressBookSender,
    UpdateSender,
  ],
  access: {
    Query: { sender: inAccount(READ_CAMPAIGNS), senders: inAccount(READ_CAMPAIGNS) },
    Mutation: {
      archiveSender: inAccount(ADMIN),
      createSender: inAccount(ADMIN),
      setAddressBookSender: inAccount(ADMIN),
      updateSender: inAccount(ADMIN),
    },
  },
  types: { Sender: READ_CAMPAIGNS.rights },
};
