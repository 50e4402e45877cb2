import { ADMIN, ANY_KEY, type Area } from '../access/area.ts';
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
    Query: { account: ANY_KEY, accounts: ANY_KEY, previewListSwitch: ADMIN },
    Mutation: {
      changeAccount: ADMIN,
      changeOrganisation: ADMIN,
      createAccount: ADMIN,
      switchAccountList: ADMIN,
    },
  },
};
