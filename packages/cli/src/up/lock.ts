import { rm } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { makeOnce, readIfThere } from '../files.ts';
import type { DataFolder } from './data-folder.ts';
import { identityOf, stillRuns } from './process-identity.ts';

const ASK_AGAIN_MS = 100;
const SWEEP_WITHIN_MS = 20_000;

/** Who holds a data folder: `supervisor` serves it, `reaper` clears up after it if it was killed. */
interface Holder {
  readonly supervisor: string;
  readonly reaper: string;
}

/** Takes the data folder for this process alone, or fails with who has it. Gives the release. */
export async function takeLock(
  folder: DataFolder,
  reaperPid: number,
): Promise<() => Promise<void>> {
  const holder: Holder = { supervisor: identityOf(process.pid), reaper: identityOf(reaperPid) };
  const waitUntil = Date.now() + SWEEP_WITHIN_MS;
  while (!(await makeOnce(folder.lock, JSON.stringify(holder)))) await makeWay(folder, waitUntil);
  return () => rm(folder.lock, { force: true });
}

async function makeWay(folder: DataFolder, waitUntil: number): Promise<void> {
  const text = await readIfThere(folder.lock);
  if (text === null) return;
  const holder = JSON.parse(text) as Holder;
  if (stillRuns(holder.supervisor)) {
    const pid = holder.supervisor.split('@')[0];
    throw new Failure(
      `${folder.root} is in use by process ${pid}. Stop that one first, or choose another place: --data DIR`,
    );
  }
  // The one before was killed: what it started is being stopped, and must be gone before it is started again.
  if (stillRuns(holder.reaper) && Date.now() < waitUntil) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    return;
  }
  if ((await readIfThere(folder.lock)) === text) await rm(folder.lock, { force: true });
}
