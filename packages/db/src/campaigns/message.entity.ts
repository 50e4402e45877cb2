import { MESSAGE_STATES, MESSAGE_STOPS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignEntity } from './campaign.entity.ts';

export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'message',
  indexes: [
    { name: 'message_carried', properties: ['carriedBy'], where: 'carried_by IS NOT NULL' },
    { name: 'message_held', properties: ['dueAt', 'id'], where: "state = 'HELD'::text" },
    { name: 'message_held_recipient', properties: ['recipientId'], where: "state = 'HELD'::text" },
    {
      name: 'message_open',
      properties: ['campaignId', 'throttledDomain', 'dueAt', 'id'],
      where: "state = ANY (ARRAY['QUEUED'::text, 'HANDING_OVER'::text])",
    },
    {
      name: 'message_recipient',
      properties: ['recipientId'],
      where: "state = 'HANDING_OVER'::text",
    },
    {
      name: 'message_failed',
      properties: ['changedAt'],
      where: "state = ANY (ARRAY['FAILED'::text, 'UNKNOWN'::text])",
    },
    {
      name: 'message_stopped',
      properties: ['changedAt'],
      where: "state = 'STOPPED'::text",
      include: ['campaignId', 'stoppedBy'],
    },
  ],
  uniques: [
    { name: 'message_campaign_id_recipient_id_key', properties: ['campaignId', 'recipientId'] },
  ],
  checks: [
    {
      name: 'stopped_says_why',
      expression: `CASE state WHEN 'STOPPED'::text THEN (stopped_by IS NOT NULL) WHEN 'HELD'::text THEN true ELSE (stopped_by IS NULL) END`,
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    campaignId: foreignKey(CampaignEntity),
    recipientId: foreignKey(RecipientEntity),
    contactId: foreignKey(ContactEntity).strictNullable(),
    state: p.enum([...MESSAGE_STATES]).default('QUEUED'),
    attempts: p.smallint().default(0),
    dueAt: p.datetime(),
    leaseUntil: p.datetime().strictNullable(),
    changedAt: p.datetime(),
    outcome: p.text().strictNullable().comment('What the mail server said last, without addresses'),
    leftEarlyAt: p
      .datetime()
      .strictNullable()
      .comment('Its recipient left within seconds of its hand-over; each is counted once'),
    carriedBy: () =>
      p
        .manyToOne(MessageEntity)
        .mapToPk()
        .updateRule('no action')
        .deleteRule('no action')
        .name('carried_by')
        .strictNullable()
        .comment(
          'Of what was held: the message whose link and addresses its mail had; its own id where that is this one',
        ),
    throttledDomain: p
      .text()
      .default('')
      .comment('The throttled domain whose rate limit it waits for'),
    stoppedBy: p
      .enum([...MESSAGE_STOPS])
      .strictNullable()
      .comment('Why the gate stopped or holds it (domain: MESSAGE_STOPS); null where it may go'),
  },
});
