import type { Printer } from './log/printer.ts';
import { startReaper } from './reaper-process.ts';
import { type RunningService, runService } from './run-service.ts';
import type { Service } from './service.ts';

/** Runs programs and stops them in reverse order of their start. */
export interface Supervisor {
  readonly reaperPid: number;
  /** A file or folder that is removed also when this process is killed. */
  removeAfter(path: string): void;
  /** Resolves when the program answers. */
  start(service: Service): Promise<void>;
  /** Stops all that runs; others can be started after. */
  stopAll(): Promise<void>;
  /** Stops all, for good. */
  stop(): Promise<void>;
  kill(): void;
}

/** Starts with nobody. After `stop` nothing can be started any more. */
export function createSupervisor(printer: Printer): Supervisor {
  const reaper = startReaper();
  const running: RunningService[] = [];
  let stopping = false;
  const stopAll = async (): Promise<void> => {
    while (running.length > 0) await running.pop()!.stop();
  };
  return {
    reaperPid: reaper.pid,
    removeAfter: (path) => reaper.removeAfter(path),
    async start(service) {
      if (stopping) throw new Error(`${service.name} is not started: everything is being stopped`);
      const began = Date.now();
      const one = runService(service, printer, reaper);
      running.push(one);
      await one.ready;
      printer.say(`${service.name} is ready (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    },
    stopAll,
    async stop() {
      stopping = true;
      await stopAll();
      reaper.dismiss();
    },
    kill() {
      stopping = true;
      for (const one of running) one.kill();
    },
  };
}
