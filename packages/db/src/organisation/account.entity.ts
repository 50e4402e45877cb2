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
    {
      name: 'account_burst_fewest_check',
      expression: '(burst_fewest >= 5) AND (burst_fewest <= 1000)',
    },
    {
      name: 'account_bounce_half_life_days_check',
      expression: '(bounce_half_life_days >= 1) AND (bounce_half_life_days <= 365)',
    },
    {
      name: 'account_hard_bounces_check',
      expression: '(hard_bounces >= 1) AND (hard_bounces <= 5)',
    },
    {
      name: 'account_soft_bounces_check',
      expression: '(soft_bounces >= 1) AND (soft_bounces <= 50)',
    },
    {
      name: 'account_burst_share_check',
      expression: '(burst_share >= 0.05) AND (burst_share <= (1)::numeric)',
    },
    {
      name: 'account_warn_bounce_rate_check',
      expression: '(warn_bounce_rate >= 0.001) AND (warn_bounce_rate <= 0.05)',
    },
    {
      name: 'account_pause_complaint_rate_check',
      expression: '(pause_complaint_rate >= 0.0005) AND (pause_complaint_rate <= 0.003)',
    },
    {
      name: 'account_warn_complaint_rate_check',
      expression: '(warn_complaint_rate >= 0.0001) AND (warn_complaint_rate <= 0.001)',
    },
    {
      name: 'account_warn_opt_out_rate_check',
      expression: '(warn_opt_out_rate >= 0.0005) AND (warn_opt_out_rate <= 0.1)',
    },
    {
      name: 'account_reads_replies_of_a_mailbox',
      expression: '(NOT reads_replies) OR (reply_address IS NOT NULL)',
    },
    {
      name: 'account_reply_address_check',
      expression: String.raw`(reply_address ~ '^[!-;=?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$'::text) AND (octet_length(reply_address) <= 254)`,
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
    smsReceipts: p
      .boolean()
      .default(false)
      .comment(
        'D8: an SMS confirms each opt-out that came by SMS, and each return by a second word, also where no law asks for it',
      ),
    warnOptOutRate: p
      .decimal('number')
      .columnType('numeric')
      .strictNullable()
      .comment(
        'Share of those who were sent to; null in this and the seven beside it = the house’s',
      ),
    warnComplaintRate: p.decimal('number').columnType('numeric').strictNullable(),
    warnBounceRate: p.decimal('number').columnType('numeric').strictNullable(),
    pauseComplaintRate: p.decimal('number').columnType('numeric').strictNullable(),
    burstFewest: p.integer().strictNullable(),
    burstShare: p.decimal('number').columnType('numeric').strictNullable(),
    replyAddress: p
      .text()
      .strictNullable()
      .comment('Whose people read what is answered to its mails; null = it is kept here alone'),
    readsReplies: p
      .boolean()
      .default(false)
      .comment(
        'Whether mails ask for answers at that mailbox itself, which Adieu reads too; where not, at an address of ours, which passes them on',
      ),
    hardBounces: p.smallint().strictNullable(),
    softBounces: p.smallint().strictNullable(),
    bounceHalfLifeDays: p.smallint().strictNullable(),
  },
});
export type Account = InferEntity<typeof AccountEntity>;
