const LOOK_AGAIN_MS = 50;

/**
 * Asks again until `look` gives something, and gives it. For what other processes do and announce to nobody. Throws after
 * `withinMs`, which stands for a machine that is busy: where all is well nobody waits for it.
 */
export async function until<T>(
  look: () => T | Promise<T>,
  withinMs = 60_000,
): Promise<Exclude<T, null | undefined | false>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (value !== null && value !== undefined && value !== false) {
      return value as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > deadline)
      throw new Error(`nothing came in ${withinMs} ms: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
