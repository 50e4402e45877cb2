import { KEY_USE_NAMES } from '@adieu/domain';
import { type Area, ADMIN, EVERY_ROLE, inAccount, READ } from '../access/area.ts';
import { AccountQuery } from './account.query.ts';
import { Accounts } from './accounts.query.ts';
import { ChangeAccount } from './change-account.mutation.ts';
import { ChangeOrganisation } from './change-organisation.mutation.ts';
import { CreateAccount } from './create-account.mutation.ts';
import { PreviewListSwitch } from './preview-list-switch.query.ts';
import { SwitchAccountList } from './switch-account-list.mutation.ts';

export const accounts: Area = {
  resolvers: [
    AccountQuery,
    Accounts,
    ChangeAccount,
    ChangeOrganisation,
    CreateAccount,
    PreviewListSwitch,
    SwitchAccountList,
  ],
  access: {
    Query: {
      account: inAccount(EVERY_ROLE),
      accounts: inAccount(EVERY_ROLE, 'own'),
      previewListSwitch: inAccount(READ),
    },
    Mutation: {
      changeAccount: inAccount(ADMIN),
      changeOrganisation: ADMIN,
      createAccount: ADMIN,
      switchAccountList: ADMIN,
    },
  },
  types: {
    Account: EVERY_ROLE.rights,
    ListSwitch: READ.rights,
    Thresholds: 'held',
    Organisation: [...EVERY_ROLE.rights, ...KEY_USE_NAMES],
  },
};
