import { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { temporalAddress } from './parts.ts';

export interface TestTemporal {
  readonly address: string;
  /** Of this test file alone, so that files do not see each other's workflows. */
  readonly namespace: string;
}

/** A fresh namespace on the run's Temporal server. */
export async function testTemporal(): Promise<TestTemporal> {
  const address = await temporalAddress();
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as unknown as Long },
    });
    await untilUsable(connection, namespace);
  } finally {
    await connection.close();
  }
  return { address, namespace };
}

type Long = NonNullable<
  Parameters<
    Connection['workflowService']['registerNamespace']
  >[0]['workflowExecutionRetentionPeriod']
>['seconds'] & {};

/** A new namespace is served after the server's cache of namespaces was refreshed: ask until it is. */
async function untilUsable(connection: Connection, namespace: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await connection.workflowService.getWorkflowExecutionHistory({
        namespace,
        execution: { workflowId: 'none' },
      });
      return;
    } catch (error) {
      const code = (error as { code?: number }).code;
      const details = (error as { details?: string }).details ?? '';
      if (code === 5 && !/namespace/i.test(details)) return;
      if (Date.now() > deadline)
        throw new Error(`namespace ${namespace} was not usable in 30 s`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
