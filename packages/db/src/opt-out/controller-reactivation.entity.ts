import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { OptOutRequestEntity } from './opt-out-request.entity.ts';

export const ControllerReactivationEntity = defineEntity({
  name: 'ControllerReactivation',
  tableName: 'controller_reactivation',
  comment: 'Who brought somebody back to a service book by hand, and why (B1)',
  uniques: [{ name: 'controller_reactivation_request_id_key', properties: ['requestId'] }],
  checks: [
    { name: 'controller_reactivation_actor_check', expression: "actor <> ''::text" },
    { name: 'controller_reactivation_reason_check', expression: "btrim(reason) <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    requestId: foreignKey(OptOutRequestEntity),
    at: p.datetime(),
    actor: p.text(),
    reason: p.text(),
  },
});
