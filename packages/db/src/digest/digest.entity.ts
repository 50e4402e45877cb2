import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { MemberEntity } from '../members/member.entity.ts';

export const DigestEntity = defineEntity({
  name: 'Digest',
  tableName: 'digest',
  indexes: [{ name: 'digest_person', properties: ['memberId', 'claimedAt'] }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    claimedAt: p.datetime(),
    previousAt: p.datetime().strictNullable(),
    sentAt: p
      .datetime()
      .strictNullable()
      .comment(
        'Null where nobody knows: what stood in it counts as not told, and the next digest tells it',
      ),
  },
});
