import { ADMIN, type Area } from '../access/area.ts';
import { SwitchAccountList } from './switch-account-list.mutation.ts';

export const accounts: Area = {
  resolvers: [SwitchAccountList],
  access: {
    Query: { previewListSwitch: ADMIN },
    Mutation: { switchAccountList: ADMIN },
  },
};
