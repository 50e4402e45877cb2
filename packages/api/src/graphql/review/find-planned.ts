import { plansOfPerson, type ReviewLink } from '@adieu/db';
import type { Context } from '../shared/context.ts';
import { PlannedDecisionType } from './planned-decision.type.ts';

export async function plannedOf(
  { db }: Context,
  { memberId, language }: ReviewLink,
  id: string,
): Promise<PlannedDecisionType | null> {
  const row = (await plansOfPerson(db.sql, memberId, id)).find((plan) => plan.id === id);
  return row ? new PlannedDecisionType(row, language) : null;
}
