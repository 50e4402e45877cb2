import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { answers } from './client.ts';
import { type Cluster } from './cluster.ts';
import { databaseUrl, serverLaunch } from './launch.ts';

const READY_WITHIN_MS = 60_000;
const ASK_AGAIN_MS = 20;

/** Serves a cluster until it is stopped. For tests and benchmarks: nobody starts it again when it ends. */
export async function startServer(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ stop(): Promise<void> }> {
  const { command, args, user } = serverLaunch(cluster, port, settings);
  const child = spawn(command, [...args], { stdio: ['ignore', 'ignore', 'pipe'], ...user });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4_000);
  });
  const ended = once(child, 'exit');
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(databaseUrl(cluster, port, 'postgres')))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`PostgreSQL did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return {
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
