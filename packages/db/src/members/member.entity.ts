import { type Language } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

/** A person of an organisation: signs in, holds roles, and is told by digest of what waits for them. */
export const MemberEntity = defineEntity({
  name: 'Member',
  tableName: 'member',
  uniques: [{ name: 'member_once', properties: ['organisationId', 'email'] }],
  checks: [
    {
      name: 'member_digest_seconds_check',
      expression: '(digest_seconds >= 60) AND (digest_seconds <= 2592000)',
    },
    { name: 'member_email_check', expression: "email <> ''::text" },
    { name: 'member_name_check', expression: "name <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    name: p.text(),
    email: p.text(),
    language: p.text().$type<Language>(),
    digestSeconds: p.integer().default(86400),
    active: p.boolean().default(true),
    lastDigestAt: p
      .datetime()
      .strictNullable()
      .comment('When their last digest was claimed: the next may be a period later'),
    createdAt: p.datetime().defaultRaw('now()'),
    weeklyReport: p
      .boolean()
      .default(true)
      .comment('Whether the mail with the figures of each week is wanted'),
    acceptedAt: p
      .datetime()
      .strictNullable()
      .comment(
        'When they proved that the address is theirs; null: invited, and told of nothing yet',
      ),
  },
});
