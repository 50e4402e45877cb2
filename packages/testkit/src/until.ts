const LOOK_AGAIN_MS = 50;
/** Who has waited long looks less often, a twentieth of that later: to ask costs the processor that all of this waits for. */
const LATER = 1 / 20;
/** Servers close a connection that was idle for some seconds, and may do so just as it is used again. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * Asks again until `look` gives something, and gives it. For what other processes do and announce to nobody. Throws after
 * `withinMs`, which stands for a machine that is busy: where all is well nobody waits for it. What costs much to look at,
 * as a page in a browser, is looked at less often by a larger `everyMs`.
 */
export async function until<T>(
  look: () => T | Promise<T>,
  withinMs = 60_000,
  everyMs = LOOK_AGAIN_MS,
): Promise<Exclude<T, null | undefined | false>> {
  const began = Date.now();
  const deadline = began + withinMs;
  for (;;) {
    const value = await look();
    if (value !== null && value !== undefined && value !== false) {
      return value as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > deadline)
      throw new Error(`nothing came in ${withinMs} ms: ${look.toString()}`);
    const pause = Math.max(everyMs, Math.min(LONGEST_PAUSE_MS, (Date.now() - began) * LATER));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
