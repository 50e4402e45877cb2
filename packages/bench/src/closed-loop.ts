import type { Figure } from './report.ts';

/** Does `work` for each item with `connections` at a time, each starting the next as soon as it is done. */
export async function closedLoop<Item>(
  items: readonly Item[],
  connections: number,
  work: (item: Item) => Promise<void>,
): Promise<Figure> {
  const millis: number[] = [];
  let next = 0;
  const started = performance.now();
  const one = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++]!;
      const from = performance.now();
      await work(item);
      millis.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: items.length / seconds, millis: millis.sort((a, b) => a - b) };
}
