import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { MemberEntity } from './member.entity.ts';

export const MemberIdentityEntity = defineEntity({
  name: 'MemberIdentity',
  tableName: 'member_identity',
  comment:
    'By whom an OpenID provider knows a member: bound at the first sign-in, and not by the mail address any more',
  indexes: [{ name: 'member_identity_subject', properties: ['issuer', 'subject'] }],
  uniques: [{ name: 'member_identity_once', properties: ['memberId', 'issuer'] }],
  checks: [
    { name: 'member_identity_issuer_check', expression: "issuer <> ''::text" },
    { name: 'member_identity_subject_check', expression: "subject <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    issuer: p.text(),
    subject: p.text(),
    createdAt: p.datetime(),
  },
});
