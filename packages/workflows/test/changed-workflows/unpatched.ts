import type { OptOutRequestInput } from '@adieu/domain';
import { sleep } from '@temporalio/workflow';
import { optOutRequest as asItIs } from '../../src/workflows/opt-out-request.ts';

/** How not to change a workflow: a new first step, which what runs already did not take. */
export async function optOutRequest(input: OptOutRequestInput): Promise<void> {
  await sleep('1 second');
  await asItIs(input);
}
