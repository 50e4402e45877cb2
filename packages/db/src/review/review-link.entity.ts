import { REVIEW_LINK_PURPOSES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { MemberEntity } from '../members/member.entity.ts';
import { MemberSessionEntity } from '../members/member-session.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ReviewLinkEntity = defineEntity({
  name: 'ReviewLink',
  tableName: 'review_link',
  indexes: [
    { name: 'review_link_ends', properties: ['expiresAt'] },
    { name: 'review_link_person', properties: ['memberId', 'createdAt'] },
  ],
  uniques: [
    { name: 'review_link_token_hash_key', properties: ['tokenHash'] },
    { name: 'review_link_session_id_key', properties: ['sessionId'] },
  ],
  checks: [
    {
      name: 'a_sign_in_has_no_session',
      expression: "(session_id IS NULL) OR (purpose = 'REVIEW'::text)",
    },
    { name: 'review_link_check', expression: 'expires_at > created_at' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    purpose: p.enum([...REVIEW_LINK_PURPOSES]),
    tokenHash: p.blob().strictNullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
    sentAt: p.datetime().strictNullable(),
    sessionId: foreignKey(MemberSessionEntity)
      .deleteRule('cascade')
      .strictNullable()
      .comment('Of a review that was opened by a session: it is dead when the session is'),
  },
});
