import { DECISIONS, PLAN_STATES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { MemberEntity } from '../members/member.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const PlannedDecisionEntity = defineEntity({
  name: 'PlannedDecision',
  tableName: 'planned_decision',
  indexes: [
    { name: 'planned_decision_ended', properties: ['endedAt'], where: 'ended_at IS NOT NULL' },
    { name: 'planned_decision_open', properties: ['id'], where: "state = 'PLANNED'::text" },
    { name: 'planned_decision_person', properties: ['memberId', 'id'] },
  ],
  checks: [
    {
      name: 'a_decline_has_a_reason',
      expression: "(decision = 'CONFIRM'::text) OR (btrim(reason) <> ''::text)",
    },
    {
      name: 'planned_decision_check',
      expression: "(state = 'PLANNED'::text) = (ended_at IS NULL)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    memberId: foreignKey(MemberEntity).deleteRule('cascade'),
    decision: p.enum([...DECISIONS]),
    reason: p.text().strictNullable(),
    plannedAt: p.datetime(),
    dueAt: p.datetime(),
    state: p.enum([...PLAN_STATES]),
    endedAt: p.datetime().strictNullable(),
  },
});
