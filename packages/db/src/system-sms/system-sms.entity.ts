import { SYSTEM_SMS_KINDS, SYSTEM_SMS_STATES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const SystemSmsEntity = defineEntity({
  name: 'SystemSms',
  tableName: 'system_sms',
  comment:
    'Receipts, prompts and answers: each once, and never again where nobody knows whether it went',
  indexes: [
    { name: 'system_sms_age', properties: ['organisationId', 'at'] },
    {
      name: 'system_sms_gateway',
      properties: ['gateway', 'gatewayId'],
      where: 'gateway_id IS NOT NULL',
    },
    { name: 'system_sms_number', properties: ['addressKey', 'sender', 'at'] },
    {
      name: 'system_sms_queued',
      properties: ['at'],
      where: "state = ANY (ARRAY['QUEUED'::text, 'HANDING_OVER'::text])",
    },
  ],
  uniques: [{ name: 'system_sms_kind_about_key', properties: ['kind', 'about'] }],
  checks: [
    { name: 'system_sms_address_key_check', expression: 'length(address_key) = 32' },
    { name: 'system_sms_sender_check', expression: "sender <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    kind: p.enum([...SYSTEM_SMS_KINDS]),
    about: p
      .uuid()
      .comment('The request, double opt-in, consent or inbound message that it is about'),
    addressKey: p.blob(),
    sender: p.text(),
    at: p.datetime(),
    state: p.enum([...SYSTEM_SMS_STATES]).default('QUEUED'),
    text: p.text().strictNullable().comment('As it was handed over; null before'),
    gateway: p
      .text()
      .strictNullable()
      .comment('As the installation calls it; null before it was asked'),
    gatewayId: p.text().strictNullable(),
    outcome: p.text().strictNullable().comment('What its gateway said last, without numbers'),
    changedAt: p.datetime(),
  },
});
