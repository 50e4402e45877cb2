/**
 * A process that outlives the supervisor by a moment: when the supervisor is gone without a word (kill -9, out of
 * memory), it stops what that one had started. Its only input is the IPC channel; the channel's end is the alarm.
 */
import { rmSync } from 'node:fs';
import { isAlive } from './process-identity.ts';

export type ReaperMessage =
  | { readonly watch: number; readonly stopBy: NodeJS.Signals }
  | { readonly forget: number }
  | { readonly removeAfter: string }
  | { readonly dismiss: true };

const GRACE_MS = 8_000;
const LOOK_AGAIN_MS = 50;
const children = new Map<number, NodeJS.Signals>();
/** Files that say that the supervisor runs, and folders that were its alone. */
const leftovers: string[] = [];

process.on('message', (message: ReaperMessage) => {
  if ('watch' in message) children.set(message.watch, message.stopBy);
  else if ('forget' in message) children.delete(message.forget);
  else if ('removeAfter' in message) leftovers.push(message.removeAfter);
  // All is stopped, and what the files say is the next run's business from now on.
  else process.exit(0);
});
// Whoever stops the whole session means the supervisor too, and then there is work to do here.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('disconnect', () => void reap());

async function reap(): Promise<void> {
  // In reverse order of their start: what depends on others goes first.
  for (const [pid, stopBy] of [...children].toReversed()) {
    signalGroup(pid, stopBy);
    const until = Date.now() + GRACE_MS;
    while (isAlive(pid) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    signalGroup(pid, 'SIGKILL');
  }
  for (const path of leftovers) rmSync(path, { recursive: true, force: true });
  process.exit(0);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}
