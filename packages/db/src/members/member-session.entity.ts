import { SIGN_IN_MEANS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { MemberEntity } from './member.entity.ts';

export const MemberSessionEntity = defineEntity({
  name: 'MemberSession',
  tableName: 'member_session',
  indexes: [
    { name: 'member_session_member', properties: ['memberId', 'createdAt'] },
    { name: 'member_session_ends', properties: ['expiresAt'] },
  ],
  uniques: [{ name: 'member_session_secret_hash_key', properties: ['secretHash'] }],
  checks: [{ name: 'member_session_check', expression: 'expires_at > created_at' }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    secretHash: p.blob(),
    means: p.enum([...SIGN_IN_MEANS]),
    userAgent: p.text().strictNullable(),
    createdAt: p.datetime(),
    seenAt: p.datetime(),
    expiresAt: p.datetime().comment('Its end, however much it is used; unused it ends before'),
    endedAt: p.datetime().strictNullable(),
  },
});
