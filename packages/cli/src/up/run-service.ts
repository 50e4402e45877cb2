import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Failure } from '../failure.ts';
import { nextTry } from './backoff.ts';
import type { Printer } from './log/printer.ts';
import type { Reaper } from './reaper-process.ts';
import type { Service } from './service.ts';

export interface RunningService {
  readonly name: string;
  /** Resolves when it first answers; rejects where it ends before. */
  readonly ready: Promise<void>;
  /** Asks it to end, and makes it end after a grace. */
  stop(): Promise<void>;
  /** Ends it now. */
  kill(): void;
}

const READY_WITHIN_MS = 60_000;
const GRACE_MS = 15_000;
const PROBE_AGAIN_MS = 50;

/** Starts a program, and again whenever it ends, until it is stopped. */
export function runService(service: Service, printer: Printer, reaper: Reaper): RunningService {
  const stopBy = service.stopBy ?? 'SIGTERM';
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});
  let wanted = true;
  let wasReady = false;
  let endedInARow = 0;
  let restart: NodeJS.Timeout | undefined;
  let child = launch();

  function launch(): ChildProcess {
    const started = spawnService(service, printer);
    if (started.pid !== undefined) reaper.watch(started.pid, stopBy);
    void announce(started);
    void outlive(started, Date.now());
    return started;
  }

  async function announce(started: ChildProcess): Promise<void> {
    if (!(await untilReady(service, started)) || !wanted) return;
    if (wasReady) printer.say(`${service.name} is ready again`);
    wasReady = true;
    first.resolve();
  }

  async function outlive(started: ChildProcess, began: number): Promise<void> {
    const how = await ended(started);
    if (started.pid !== undefined) {
      // What it started itself is in its group, and must not be there when the next one starts.
      signalGroup(started.pid, 'SIGKILL');
      reaper.forget(started.pid);
    }
    if (!wanted) return;
    if (!wasReady) {
      wanted = false;
      const message = `${service.name} ${how} before it was ready; its lines above say why`;
      first.reject(new Failure(message));
      return;
    }
    const next = nextTry(endedInARow, Date.now() - began);
    endedInARow = next.endedInARow;
    const after = `starting it again in ${next.delayMs / 1000} s`;
    printer.say(`${service.name} ${how}; ${after}`, 'warning');
    restart = setTimeout(() => {
      child = launch();
    }, next.delayMs);
  }

  return {
    name: service.name,
    ready: first.promise,
    async stop() {
      wanted = false;
      clearTimeout(restart);
      first.reject(new Failure(`${service.name} was stopped before it was ready`));
      if (!isRunning(child)) return;
      const gone = ended(child);
      child.kill(stopBy);
      const late = setTimeout(() => {
        printer.say(`${service.name} does not end by itself: it is killed`, 'warning');
        if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
      }, GRACE_MS);
      await gone;
      clearTimeout(late);
    },
    kill() {
      wanted = false;
      clearTimeout(restart);
      if (child.pid !== undefined && isRunning(child)) signalGroup(child.pid, 'SIGKILL');
    },
  };
}

/** Each child leads a process group of its own: the terminal's Ctrl-C reaches the supervisor alone, which stops in order. */
function spawnService(service: Service, printer: Printer): ChildProcess {
  const tellsByIpc = service.probe === undefined;
  const child = spawn(service.command, [...service.args], {
    // The owner of the tables is for migrations, which have run: a process that had it could change what tables refuse.
    env: { ...process.env, ...service.env, DATABASE_OWNER_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe', ...(tellsByIpc ? ['ipc' as const] : [])],
    detached: true,
    ...service.user,
  });
  for (const output of [child.stdout!, child.stderr!]) {
    createInterface({ input: output }).on('line', (line) => {
      if (!service.hide?.(line)) printer.line(service.name, line);
    });
  }
  return child;
}

/** How it ended, in words. */
function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`did not start (${error.message})`));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`),
    );
  });
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** True when it answers, false when it ended first or did not answer in a minute (it is then ended). */
async function untilReady(service: Service, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let told = false;
  child.on('message', (message: { type?: string }) => {
    if (message?.type === 'ready') told = true;
    service.told?.(message);
  });
  const { probe } = service;
  while (isRunning(child)) {
    if (told || (probe !== undefined && (await probe()))) return isRunning(child);
    if (Date.now() > deadline) {
      signalGroup(child.pid!, 'SIGKILL');
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, PROBE_AGAIN_MS));
  }
  return false;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of that group is left.
  }
}
