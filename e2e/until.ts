/**
 * Asks again until `look` gives something. For what other processes do, which announce nothing to us; between two looks
 * it waits a moment. Throws after `withinMs`.
 */
export async function until<T>(
  look: () => T | Promise<T>,
  withinMs = 30_000,
): Promise<Exclude<T, null | undefined | false>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (value !== null && value !== undefined && value !== false) {
      return value as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > deadline)
      throw new Error(`nothing came in ${withinMs} ms: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
