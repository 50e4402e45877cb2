import type { OptOutRequestInput } from '@adieu/domain';
import { patched, sleep } from '@temporalio/workflow';
import { optOutRequest as asItIs } from '../../src/workflows/opt-out-request.ts';

/** How to change a workflow: what runs already goes the old way to its end. */
export async function optOutRequest(input: OptOutRequestInput): Promise<void> {
  if (patched('a-second-first')) await sleep('1 second');
  await asItIs(input);
}
