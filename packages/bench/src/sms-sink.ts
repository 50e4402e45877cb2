import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface SmsSinkProcess {
  /** Its entry in SMS_GATEWAYS_FILE. */
  readonly gateway: object;
  readonly pid: number;
  /** How many SMS it has taken. */
  count(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the counting gateway. */
export async function startSmsSinkProcess(
  atOnce: number,
  afterMs: number,
): Promise<SmsSinkProcess> {
  const child = fork(join(import.meta.dirname, 'sms-sink-process.js'), [
    String(atOnce),
    String(afterMs),
  ]);
  const [{ gateway }] = (await once(child, 'message')) as [{ gateway: object }];
  return {
    gateway,
    pid: child.pid!,
    async count() {
      const answered = once(child, 'message');
      child.send('count');
      const [{ count }] = (await answered) as [{ count: number }];
      return count;
    },
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
