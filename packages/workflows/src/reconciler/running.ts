import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/**
 * How many of these workflows run, by Temporal's list, in one request; the ids in their order. Only counted: a server gives
 * the names of a thousand twenty times slower. The range is for the server, which reads its index by it and would else look
 * at every workflow. The list lags behind by up to a few seconds, so that what is missing there is a question and no answer.
 */
export async function countRunning(
  client: Client,
  workflowIds: readonly string[],
): Promise<number> {
  const named = workflowIds.map((id) => `'${id}'`);
  const { count } = await client.workflow.count(
    `WorkflowId BETWEEN ${named[0]} AND ${named.at(-1)} AND ExecutionStatus = 'Running' AND WorkflowId IN (${named.join()})`,
  );
  return count;
}

/** Whether a workflow runs, by its own record: true at once, unlike the list. */
export async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
