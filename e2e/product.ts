import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSent } from './demo-sent.ts';
import type { Endpoints } from './endpoints.ts';
import { leaksIn } from './leaks.ts';
import { secretsOf } from './secrets-of.ts';
import { until } from '@adieu/testkit/until';

export interface Product {
  readonly endpoints: Endpoints;
  /** Kills one process of the product as `kill -9` would; gives its pid. The supervisor brings it back. */
  kill(part: 'temporal' | 'postgres' | 'worker' | 'api'): number;
  /** Ctrl-C, and a new start on the same data. */
  restart(): Promise<void>;
  /** Ends it; throws where one of its processes said an address, token or key (O-13). */
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../packages/cli/dist/main.js');
/** On the busiest machine; who starts it has as long (`hookTimeout`). */
const READY_WITHIN_MS = 240_000;
const COMMANDS = {
  temporal: /server\0start-dev/,
  // The server itself; those of its connections bear other names.
  postgres: /bin\/postgres\0/,
  worker: /workflows\/dist\/worker\.js/,
  api: /api\/dist\/main\.js/,
};

/** Starts the whole product as `npm start` does, on a folder of its own; the mails of its demo are in the mailbox. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'adieu-e2e-'));
  const said: string[] = [];
  let running = await start(data, env, said);
  await demoSent(running.endpoints);
  return {
    get endpoints() {
      return running.endpoints;
    },
    kill(part) {
      const pid = childOf(running.endpoints.pid, COMMANDS[part]);
      process.kill(pid, 'SIGKILL');
      return pid;
    },
    async restart() {
      await end(running.child);
      running = await start(data, env, said);
    },
    async stop() {
      await endAndLook(running, data, said);
    },
  };
}

export interface Empty {
  readonly data: string;
  readonly endpoints: Endpoints;
  /** As of a product. */
  stop(): Promise<void>;
}

/** Starts the whole product without its demo, on a folder of its own. */
export async function startEmpty(env: Record<string, string> = {}): Promise<Empty> {
  const data = await mkdtemp(join(tmpdir(), 'adieu-e2e-'));
  const said: string[] = [];
  const { child, endpoints } = await start(data, env, said, ['--no-demo']);
  return {
    data,
    endpoints,
    async stop() {
      await endAndLook({ child, endpoints }, data, said);
    },
  };
}

async function start(
  data: string,
  env: Record<string, string>,
  log: string[],
  more: readonly string[] = [],
): Promise<{ child: ChildProcess; endpoints: Endpoints }> {
  const file = join(data, 'endpoints.json');
  const child = spawn(process.execPath, [MAIN, 'up', '--data', data, ...more], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  try {
    await until(() => {
      if (child.exitCode !== null) throw new Error(`up ended with code ${child.exitCode}`);
      return existsSync(file);
    }, READY_WITHIN_MS);
  } catch (cause) {
    child.kill('SIGTERM');
    throw new Error(`the product did not become ready; it said:\n${log.join('').slice(-6_000)}`, {
      cause,
    });
  }
  return { child, endpoints: JSON.parse(readFileSync(file, 'utf8')) as Endpoints };
}

/** Ends a product and takes its folder away; throws where it said what it must not. */
async function endAndLook(
  { child, endpoints }: { child: ChildProcess; endpoints: Endpoints },
  data: string,
  said: readonly string[],
): Promise<void> {
  const secrets = child.exitCode === null ? await secretsOf(endpoints) : null;
  await end(child);
  await rm(data, { recursive: true, force: true });
  const leaks = secrets === null ? [] : leaksIn(said.join(''), secrets);
  if (leaks.length > 0) throw new Error(`said by the product:\n${leaks.join('\n')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  await exited;
}

/** The child of `parent` (at any depth) whose command line meets `command`. */
export function childOf(parent: number, command: RegExp): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(processes.map((pid) => [pid, parentOf(pid)]));
  const descends = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === parent || descends(parents.get(pid)));
  const found = processes.find(
    (pid) => pid !== parent && descends(pid) && command.test(commandLine(pid)),
  );
  if (found === undefined) throw new Error(`no process ${command.source} under ${parent}`);
  return found;
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Whether it runs; one that has ended and is not collected by anybody has no command line any more. */
export const isRunning = (pid: number): boolean => commandLine(pid) !== '';

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
