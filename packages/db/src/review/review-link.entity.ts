import { REVIEW_LINK_PURPOSES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { MemberEntity } from '../members/member.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ReviewLinkEntity = defineEntity({
  name: 'ReviewLink',
  tableName: 'review_link',
  indexes: [
    { name: 'review_link_ends', properties: ['expiresAt'] },
    { name: 'review_link_opened', properties: ['openedId'], where: 'opened_id IS NOT NULL' },
    {
      name: 'review_link_origin',
      properties: ['origin', 'createdAt'],
      where: "purpose = 'SIGN_IN'::text",
    },
    { name: 'review_link_person', properties: ['memberId', 'createdAt'] },
  ],
  uniques: [{ name: 'review_link_token_hash_key', properties: ['tokenHash'] }],
  checks: [
    {
      name: 'only_a_sign_in_opens',
      expression: "(opened_id IS NULL) OR (purpose = 'SIGN_IN'::text)",
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
    origin: p.text().strictNullable(),
    sentAt: p.datetime().strictNullable(),
    openedId: () =>
      p
        .manyToOne(ReviewLinkEntity)
        .mapToPk()
        .updateRule('no action')
        .deleteRule('set null')
        .strictNullable()
        .comment('The review that a sign-in led to: pressed again it leads to the same'),
  },
});
