import type { PlannedDecisionInput } from '@adieu/domain';
import { sleep } from '@temporalio/workflow';
import { record } from './activities.ts';

/** Waits the seconds in which a decision can be undone, then has it carried out, where it was not. */
export async function plannedDecision({ id, dueAt }: PlannedDecisionInput): Promise<void> {
  await sleep(Math.max(0, Date.parse(dueAt) - Date.now()));
  await record.carryOutDecision(id);
}
