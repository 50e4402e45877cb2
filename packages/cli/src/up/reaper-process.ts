import { type ChildProcess, fork } from 'node:child_process';
import type { ReaperMessage } from './reaper.ts';

export interface Reaper {
  readonly pid: number;
  watch(pid: number, stopBy: NodeJS.Signals): void;
  forget(pid: number): void;
  /** A file or folder that is a lie once the supervisor is gone. */
  removeAfter(path: string): void;
  /** Lets it go: nothing is left to be done. */
  dismiss(): void;
}

/** The module beside this one, as built or as source (Node strips its types). */
const REAPER = new URL(`./reaper${import.meta.url.slice(-3)}`, import.meta.url);

/** Starts the reaper in a process group of its own, so that Ctrl-C and a killed terminal pass it by. */
export function startReaper(): Reaper {
  const watched = new Map<number, NodeJS.Signals>();
  const leftovers: string[] = [];
  let dismissed = false;
  const start = (): ChildProcess => {
    const child = fork(REAPER, [], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    for (const [pid, stopBy] of watched) child.send({ watch: pid, stopBy } satisfies ReaperMessage);
    for (const path of leftovers) child.send({ removeAfter: path } satisfies ReaperMessage);
    child.on('error', () => {});
    // Nobody should stop it, but if somebody does there is a new one.
    child.once('exit', () => {
      if (!dismissed) current = start();
    });
    child.unref();
    child.channel?.unref();
    return child;
  };
  let current = start();
  const send = (message: ReaperMessage): void => {
    if (current.connected) current.send(message, () => {});
  };
  return {
    pid: current.pid ?? 0,
    watch(pid, stopBy) {
      watched.set(pid, stopBy);
      send({ watch: pid, stopBy });
    },
    forget(pid) {
      watched.delete(pid);
      send({ forget: pid });
    },
    removeAfter(path) {
      leftovers.push(path);
      send({ removeAfter: path });
    },
    dismiss() {
      dismissed = true;
      send({ dismiss: true });
    },
  };
}
