import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { become, SIGNALS } from './run.mjs';

/** As long as a product takes to stop its parts in order. */
const GRACE_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/**
 * As `become`, but in a process group and with a temporary folder of the command's own: whoever it started and whatever
 * lies there is gone when this ends, however the command ended. What is still running gets SIGINT, and after a grace, or
 * where somebody asks again, SIGKILL. Compiled code is kept for as long: a product that tests start again and again is
 * there two seconds of the processor sooner.
 */
export async function becomeContained(
  command,
  args,
  { env = process.env, graceMs = GRACE_MS, stop },
) {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-run-'));
  // Root's PostgreSQL runs as a user of its own, who must get through here.
  await chmod(folder, 0o755);
  return become(command, args, {
    env: { NODE_COMPILE_CACHE: join(folder, 'compiled'), ...env, TMPDIR: folder },
    detached: true,
    stop,
    async afterwards(group) {
      await endGroup(group, graceMs);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

async function endGroup(group, graceMs) {
  let until = Date.now() + graceMs;
  const now = () => {
    until = 0;
  };
  for (const name of SIGNALS) process.on(name, now);
  signalGroup(group, 'SIGINT');
  while (hasMembers(group)) {
    if (Date.now() > until) signalGroup(group, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  for (const name of SIGNALS) process.off(name, now);
}

function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    // Nobody of that group is left.
    return false;
  }
}

/** Whether somebody of the group runs. Who has ended and is not collected by anybody (containers) does not. */
export function hasMembers(group) {
  if (!signalGroup(group, 0)) return false;
  const stats = processes().map(statOf);
  return stats.length === 0 || stats.some(([state, , of]) => of === String(group) && state !== 'Z');
}

function processes() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** State, parent, group … of a process; nothing where it is gone. Its name, which stands before them, may hold anything. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
