import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { MemberEntity } from './member.entity.ts';

/** What a member who has not accepted yet was mailed; gone when they accept. */
export const InvitationEntity = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  indexes: [{ name: 'invitation_ends', properties: ['expiresAt'] }],
  uniques: [
    { name: 'invitation_member_id_key', properties: ['memberId'] },
    { name: 'invitation_token_hash_key', properties: ['tokenHash'] },
  ],
  checks: [
    { name: 'invitation_check', expression: 'expires_at > created_at' },
    { name: 'invitation_invited_by_check', expression: "invited_by <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    invitedBy: p.text().comment('Name of the member or key that invited; the mail says it'),
    tokenHash: p.blob().strictNullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    sentAt: p.datetime().strictNullable(),
  },
});
