import { AUDIENCE_EXPORT_STATES, AUDIENCE_USES, PURPOSES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { ApiKeyEntity } from '../access/api-key.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { TopicEntity } from '../organisation/topic.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { UnfilteredExportEntity } from './unfiltered-export.entity.ts';

export const AudienceExportEntity = defineEntity({
  name: 'AudienceExport',
  tableName: 'audience_export',
  comment:
    'Written before the first address leaves the house; one that stays RUNNING was cut off by a crash',
  indexes: [
    {
      name: 'audience_export_finished',
      properties: ['finishedAt'],
      where: 'finished_at IS NOT NULL',
    },
    { name: 'audience_export_organisation', properties: ['organisationId', 'id'] },
  ],
  checks: [
    {
      name: 'audience_export_check',
      expression: "(state = 'RUNNING'::text) = (finished_at IS NULL)",
    },
    {
      name: 'audience_export_check1',
      expression:
        '((finished_at IS NULL) = (handed_out IS NULL)) AND ((finished_at IS NULL) = (stopped IS NULL))',
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    addressBookId: foreignKey(AddressBookEntity),
    topicId: foreignKey(TopicEntity).strictNullable(),
    madeBy: p.text(),
    apiKeyId: foreignKey(ApiKeyEntity).strictNullable().comment('Null where a member took it'),
    asOf: p.datetime(),
    use: p.enum([...AUDIENCE_USES]),
    purpose: p.enum([...PURPOSES]),
    format: p.text(),
    unfilteredExportId: foreignKey(UnfilteredExportEntity).strictNullable(),
    state: p.enum([...AUDIENCE_EXPORT_STATES]).default('RUNNING'),
    handedOut: p.integer().strictNullable(),
    stopped: p
      .json<Readonly<Record<string, number>>>()
      .strictNullable()
      .comment('How many contacts the gate kept back, by reason (N3)'),
    finishedAt: p.datetime().strictNullable(),
  },
});
