import { setTimeout as pause } from 'node:timers/promises';

/** Between looks at rate limits: never so often that looking is all the work, and often enough to hear of a pause. */
const LOOK_MS = { least: 10, most: 250 };
/** What may go sooner than this is waited for here. */
const STAY_MS = 3_000;

/** Waits for the next look at what may go at `at`; false, at once, where that is too long to stay. */
export async function pauseUntil(at: Date | null, now: Date): Promise<boolean> {
  const wait = at === null ? Number.POSITIVE_INFINITY : at.getTime() - now.getTime();
  if (wait > STAY_MS) return false;
  await pause(Math.min(Math.max(wait, LOOK_MS.least), LOOK_MS.most));
  return true;
}
