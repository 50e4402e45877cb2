import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { OrganisationEntity } from './organisation.entity.ts';

export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  uniques: [{ name: 'account_organisation_id_name_key', properties: ['organisationId', 'name'] }],
  checks: [
    { name: 'account_country_check', expression: "country ~ '^[A-Z]{2}$'::text" },
    {
      name: 'account_double_opt_in_days_check',
      expression: '(double_opt_in_days >= 1) AND (double_opt_in_days <= 30)',
    },
    { name: 'account_name_check', expression: "name <> ''::text" },
    { name: 'account_time_zone_check', expression: "time_zone <> ''::text" },
    {
      name: 'deleted_is_archived',
      expression: '(deleted_at IS NULL) OR (archived_at IS NOT NULL)',
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    name: p.text(),
    defaultLanguage: p.text().default('en'),
    keepsOwnList: p
      .boolean()
      .default(false)
      .comment('D6: its opt-outs are its own, not shared by the organisation'),
    createdAt: p.datetime().defaultRaw('now()'),
    country: p
      .text()
      .strictNullable()
      .comment('ISO 3166-1 alpha-2, picks the regime; null = that of the EU'),
    timeZone: p.text().strictNullable().comment('IANA name; null = the regime’s own'),
    archivedAt: p.datetime().strictNullable(),
    deletedAt: p.datetime().strictNullable(),
    doubleOptInDays: p
      .smallint()
      .default(7)
      .comment('D-5: how long the link of a confirmation mail works'),
  },
});
export type Account = InferEntity<typeof AccountEntity>;
