import { defineEntity, p } from '@mikro-orm/postgresql';

export const SmsListComparisonEntity = defineEntity({
  name: 'SmsListComparison',
  tableName: 'sms_list_comparison',
  comment: "How the last comparison of a gateway's own list of opt-outs with ours went",
  checks: [
    { name: 'sms_list_comparison_gateway_check', expression: "gateway <> ''::text" },
    { name: 'sms_list_comparison_given_check', expression: 'given >= 0' },
    { name: 'sms_list_comparison_taken_check', expression: 'taken >= 0' },
  ],
  properties: {
    gateway: p.text().primary(),
    triedAt: p.datetime(),
    comparedAt: p.datetime().strictNullable().comment('When it last came to its end; null = never'),
    taken: p.integer().default(0).comment('Who stood there alone, that time'),
    given: p.integer().default(0).comment('Who stood here alone, that time'),
  },
});
