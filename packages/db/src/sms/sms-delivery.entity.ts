import { DELIVERY_STATES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { MessageEntity } from '../campaigns/message.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const SmsDeliveryEntity = defineEntity({
  name: 'SmsDelivery',
  tableName: 'sms_delivery',
  comment: 'What gateways say became of the SMS that they took',
  uniques: [{ name: 'sms_delivery_message_id_key', properties: ['messageId'] }],
  indexes: [
    { name: 'sms_delivery_of_none', properties: ['changedAt'], where: 'message_id IS NULL' },
    {
      name: 'sms_delivery_opt_out_waits',
      properties: ['gateway', 'gatewayId'],
      where: 'opt_out_waits',
    },
  ],
  checks: [
    { name: 'sms_delivery_gateway_check', expression: "gateway <> ''::text" },
    { name: 'sms_delivery_gateway_id_check', expression: "gateway_id <> ''::text" },
    { name: 'sms_delivery_parts_check', expression: 'parts >= 1' },
  ],
  properties: {
    gateway: p.text().primary(),
    gatewayId: p.text().primary(),
    messageId: foreignKey(MessageEntity)
      .strictNullable()
      .comment(
        'Null where a status came before its message was on record, or is of none of ours; those are taken away after two days',
      ),
    state: p.enum([...DELIVERY_STATES]),
    code: p
      .text()
      .strictNullable()
      .comment("The gateway's own, without numbers or texts; null where it gave none"),
    parts: p
      .smallint()
      .strictNullable()
      .comment('As how many SMS its text went; null where that is not known'),
    changedAt: p.datetime().comment('As the gateway tells the time'),
    optOutWaits: p
      .boolean()
      .default(false)
      .comment(
        'Told of an opt-out before its message was on record: it is recorded as soon as that is',
      ),
  },
});
