import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface Started {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts one of the product's processes with these variables alone, and waits until it says that it is ready. */
export async function startProcess(
  name: string,
  file: string,
  env: Record<string, string>,
): Promise<Started> {
  const child = fork(file, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = once(child, 'message') as Promise<[{ port: number }]>;
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with code ${code} before it was ready`);
  });
  died.catch(() => {});
  const [{ port }] = await Promise.race([ready, died]);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
