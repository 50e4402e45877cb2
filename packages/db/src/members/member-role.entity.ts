import { MEMBER_ROLES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { MemberEntity } from './member.entity.ts';

export const MemberRoleEntity = defineEntity({
  name: 'MemberRole',
  tableName: 'member_role',
  indexes: [{ name: 'member_role_account', properties: ['accountId'] }],
  uniques: [
    { name: 'member_role_once', properties: ['memberId', 'role', 'accountId'] },
    { name: 'member_role_all', properties: ['memberId', 'role'], where: 'account_id IS NULL' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    role: p.enum([...MEMBER_ROLES]),
    accountId: foreignKey(AccountEntity)
      .deleteRule('cascade')
      .strictNullable()
      .comment('Null: for every account of the organisation, and what belongs to none'),
  },
});
