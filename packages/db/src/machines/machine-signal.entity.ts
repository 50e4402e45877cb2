import { MACHINE_SIGNAL_KINDS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { MessageEntity } from '../campaigns/message.entity.ts';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { OptOutRequestEntity } from '../opt-out/opt-out-request.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const MachineSignalEntity = defineEntity({
  name: 'MachineSignal',
  tableName: 'machine_signal',
  comment: 'No wish: opens nothing until an admin says so. Kept as long as evidence',
  indexes: [
    { name: 'machine_signal_age', properties: ['organisationId', 'at'] },
    {
      name: 'machine_signal_bounce',
      properties: ['messageId'],
      where: "kind = ANY (ARRAY['HARD_BOUNCE'::text, 'SOFT_BOUNCE'::text, 'REFUSAL'::text])",
    },
    { name: 'machine_signal_list', properties: ['organisationId', 'id'] },
  ],
  uniques: [
    {
      name: 'machine_signal_recipient_id_kind_sha256_key',
      properties: ['recipientId', 'kind', 'sha256'],
    },
  ],
  checks: [{ name: 'machine_signal_sha256_check', expression: 'length(sha256) = 32' }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    recipientId: foreignKey(RecipientEntity),
    messageId: foreignKey(MessageEntity).strictNullable(),
    kind: p.enum([...MACHINE_SIGNAL_KINDS]),
    at: p.datetime(),
    sha256: p.blob(),
    detail: p.json<Readonly<Record<string, string>>>().defaultRaw("'{}'::jsonb"),
    requestId: foreignKey(OptOutRequestEntity)
      .strictNullable()
      .comment('The request that an admin made of it'),
  },
});
