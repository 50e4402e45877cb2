import { SMS_SENDER_GRANTS, SMS_SENDER_KINDS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const SmsSenderOwnerEntity = defineEntity({
  name: 'SmsSenderOwner',
  tableName: 'sms_sender_owner',
  comment: 'Which numbers, texts and short codes are whose to send SMS from',
  indexes: [{ name: 'sms_sender_owner_organisation', properties: ['organisationId'] }],
  uniques: [
    {
      name: 'sms_sender_owner_kind_address_keyword_form_key',
      properties: ['kind', 'address', 'keywordForm'],
    },
  ],
  checks: [
    { name: 'sms_sender_owner_address_check', expression: 'address = lower(address)' },
    {
      name: 'sms_sender_owner_check',
      expression: "(keyword = ''::text) OR (kind = 'SHORT_CODE'::text)",
    },
    {
      name: 'sms_sender_owner_keyword_has_form',
      expression: "(keyword = ''::text) = (keyword_form = ''::text)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity).deleteRule('cascade'),
    kind: p.enum([...SMS_SENDER_KINDS]),
    address: p.text().comment('In lower case: readers take NORDLYS and Nordlys for one'),
    keyword: p.text().comment('Of a shared short code; empty = all of it that nobody else has'),
    keywordForm: p.text().default('').comment('As keywords are compared: RÖSÖR and ROSOR are one'),
    assignedAt: p.datetime().defaultRaw('now()'),
    assignedBy: p.enum([...SMS_SENDER_GRANTS]),
  },
});
export type SmsSenderOwner = InferEntity<typeof SmsSenderOwnerEntity>;
