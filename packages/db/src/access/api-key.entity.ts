import { KEY_USE_NAMES, type KeyUse, NAMED_ACTOR_KINDS, ROLES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ApiKeyEntity = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  uniques: [
    { name: 'api_key_key_hash_key', properties: ['keyHash'] },
    { name: 'api_key_replaced_by_key', properties: ['replacedBy'] },
  ],
  indexes: [{ name: 'api_key_organisation', properties: ['organisationId', 'id'] }],
  checks: [
    { name: 'api_key_name_check', expression: `name <> ''` },
    {
      name: 'api_key_uses_check',
      expression: `uses <@ ARRAY[${KEY_USE_NAMES.map((use) => `'${use}'`).join(', ')}]`,
    },
    { name: 'api_key_created_by_check', expression: `created_by <> ''` },
    { name: 'a_role_or_uses', expression: `(role IS NULL) <> (uses = '{}')` },
    {
      name: 'an_operator_has_no_account',
      expression: `role <> 'OPERATOR' OR account_id IS NULL`,
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity)
      .strictNullable()
      .comment('The one account that it opens; null = all of the organisation'),
    name: p.text(),
    role: p.enum([...ROLES]).strictNullable(),
    uses: p.array().columnType('text[]').$type<KeyUse[]>().defaultRaw(`'{}'`),
    keyHash: p.blob().hidden(),
    createdAt: p.datetime().defaultRaw('now()'),
    createdByKind: p.enum([...NAMED_ACTOR_KINDS]),
    createdBy: p.text(),
    expiresAt: p.datetime().strictNullable(),
    lastUsedAt: p
      .datetime()
      .strictNullable()
      .comment('To the minute: a key that works hard writes no more often'),
    revokedAt: p.datetime().strictNullable(),
    replacedBy: () =>
      p
        .manyToOne(ApiKeyEntity)
        .mapToPk()
        .updateRule('no action')
        .deleteRule('no action')
        .strictNullable()
        .comment('The key that a rotation made; this one works on until its end'),
  },
});
