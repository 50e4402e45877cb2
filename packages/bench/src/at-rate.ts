import type { Figure } from './report.ts';

/** Starts `rate` a second whatever comes back, so that waiting in line counts as time. */
export async function atRate<Item>(
  items: readonly Item[],
  rate: number,
  work: (item: Item) => Promise<void>,
): Promise<Figure> {
  const millis: number[] = [];
  const started = performance.now();
  await Promise.all(
    items.map(async (item, i) => {
      const due = started + (i * 1000) / rate;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await work(item);
      millis.push(performance.now() - due);
    }),
  );
  return {
    perSecond: items.length / ((performance.now() - started) / 1000),
    millis: millis.sort((a, b) => a - b),
  };
}
