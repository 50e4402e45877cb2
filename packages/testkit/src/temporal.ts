import { Connection } from '@temporalio/client';
import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from './free-port.ts';

export interface Temporal {
  readonly address: string;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

/**
 * A Temporal dev server, in memory if no `file` is given. The binary is TEMPORAL_CLI, which `npm test` sets, or `temporal` on the PATH.
 * `dynamicConfig` sets what the server has no option for.
 */
export async function startTemporal(
  dynamicConfig: Readonly<Record<string, number>> = {},
  file: string | null = null,
): Promise<Temporal> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const args = [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--log-level',
    'never',
    ...(file === null ? [] : ['--db-filename', file]),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${value}`,
    ]),
  ];
  const child = spawn(process.env['TEMPORAL_CLI'] ?? 'temporal', args, { stdio: 'ignore' });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (cause) =>
      reject(
        new Error(
          'the Temporal binary did not start; run the tests by `npm test`, which finds or builds it',
          { cause },
        ),
      ),
    );
    child.once('exit', (code) =>
      reject(new Error(`Temporal ended with code ${code} before it was ready`)),
    );
  });
  failed.catch(() => {});
  await Promise.race([untilReady(address), failed]);
  return { address, stop: () => stop(child) };
}

async function untilReady(address: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1_000 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error('Temporal was not ready in 30 s', { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
