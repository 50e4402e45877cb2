import { defineEntity, p } from '@mikro-orm/postgresql';
import { OptOutRequestEntity } from '../opt-out/opt-out-request.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { PlannedDecisionEntity } from './planned-decision.entity.ts';

export const PlannedDecisionItemEntity = defineEntity({
  name: 'PlannedDecisionItem',
  tableName: 'planned_decision_item',
  indexes: [{ name: 'planned_decision_item_request', properties: ['requestId'] }],
  checks: [
    {
      name: 'planned_decision_item_check',
      expression: '(carried_out_at IS NULL) OR (refused IS NULL)',
    },
  ],
  properties: {
    plannedDecisionId: foreignKey(PlannedDecisionEntity).deleteRule('cascade').primary(),
    requestId: foreignKey(OptOutRequestEntity).deleteRule('cascade').primary(),
    carriedOutAt: p.datetime().strictNullable(),
    refused: p.text().strictNullable().comment('Why this one was not decided; the others were'),
  },
});
