import { type Channel, SENDER_KINDS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

const ADDRESS_IS_OF_KIND = String.raw`CASE kind
    WHEN 'EMAIL'::text THEN ((address ~ '^[!-;=?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$'::text) AND (octet_length(address) <= 254))
    WHEN 'NUMBER'::text THEN (address ~ '^\+[1-9]\d{6,14}$'::text)
    WHEN 'SHORT_CODE'::text THEN (address ~ '^\d{3,6}$'::text)
    ELSE ((address ~ '^[ -Z_a-z¡£-¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]{1,11}$'::text) AND (address ~ '[A-Za-zÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]'::text))
END`;

export const SenderEntity = defineEntity({
  name: 'Sender',
  tableName: 'sender',
  indexes: [
    { name: 'sender_sms_address', properties: ['address'], where: "kind <> 'EMAIL'::text" },
  ],
  uniques: [
    {
      name: 'sender_account_id_kind_address_name_keyword_form_key',
      properties: ['accountId', 'kind', 'address', 'name', 'keywordForm'],
    },
    { name: 'sender_default', properties: ['accountId', 'channel'], where: 'is_default' },
  ],
  checks: [
    { name: 'sender_address_is_of_kind', expression: ADDRESS_IS_OF_KIND },
    {
      name: 'sender_countries_are_of_text_and_short_code',
      expression:
        "(countries = '{}'::text[]) OR (kind = ANY (ARRAY['TEXT'::text, 'SHORT_CODE'::text]))",
    },
    {
      name: 'sender_default_is_not_archived',
      expression: '(NOT is_default) OR (archived_at IS NULL)',
    },
    { name: 'sender_keyword_check', expression: "keyword ~ '^\\S{0,20}$'::text" },
    {
      name: 'sender_keyword_has_form',
      expression: "(keyword = ''::text) = (keyword_form = ''::text)",
    },
    {
      name: 'sender_keyword_is_of_short_code',
      expression: "(keyword = ''::text) OR (kind = 'SHORT_CODE'::text)",
    },
    {
      name: 'sender_name_check',
      expression: String.raw`name ~ '^[^\u0001-\u001f\u007f-\u009f\u2028\u2029]{0,100}$'::text`,
    },
    { name: 'sender_name_is_of_email', expression: "(name = ''::text) OR (kind = 'EMAIL'::text)" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: foreignKey(AccountEntity),
    kind: p.enum([...SENDER_KINDS]),
    channel: p
      .text()
      .$type<Channel>()
      .generated("CASE kind WHEN 'EMAIL'::text THEN 'EMAIL'::text ELSE 'SMS'::text END stored"),
    name: p.text().default('').comment('What a From shows beside its address; empty = none'),
    address: p.text(),
    keyword: p
      .text()
      .default('')
      .comment('By which the replies to a shared short code are told apart; empty = none'),
    keywordForm: p.text().default('').comment('As keywords are compared: RÖSÖR and ROSOR are one'),
    isDefault: p
      .boolean()
      .comment('What the account sends from on its channel where a book chose nothing'),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().strictNullable(),
    countries: p
      .array()
      .columnType('text[]')
      .$type<string[]>()
      .defaultRaw(`'{}'`)
      .comment(
        'Where a text is registered, or a short code works, as its organisation says; empty = nobody said',
      ),
  },
});
export type Sender = InferEntity<typeof SenderEntity>;
