import { readFileSync } from 'node:fs';
import process from 'node:process';

const LOOK_AGAIN_MS = 500;

/**
 * Calls `orphaned` once npm, or the shell between it and us, is gone. npm passes signals on to that shell alone, and
 * dies of them: nobody would stop what `npm start` started. Gives the end of the watch. Without npm there is none.
 */
export function watchParents(orphaned) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    orphaned();
  }, LOOK_AGAIN_MS);
  return () => clearInterval(timer);
}

function parents() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** The parent of a process, where there is a /proc to look it up. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}
