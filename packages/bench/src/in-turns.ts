import { closedLoop } from './closed-loop.ts';
import type { Figure } from './report.ts';

export interface InTurns {
  readonly reference: Figure;
  readonly figure: Figure;
  readonly ratio: number;
}

/** Work beside its reference, both for all items in each turn, so that what else the machine does meets both alike. */
export async function inTurns<Item>(
  items: readonly Item[],
  {
    reference,
    work,
    atOnce,
    turns,
    warm,
  }: {
    readonly reference: (item: Item) => Promise<void>;
    readonly work: (item: Item) => Promise<void>;
    readonly atOnce: number;
    readonly turns: number;
    /** What is done once without counting: connections, plans and pages are there for both then. */
    readonly warm: readonly Item[];
  },
): Promise<InTurns> {
  await closedLoop(warm, atOnce, reference);
  await closedLoop(warm, atOnce, work);
  const figures: [Figure[], Figure[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    figures[0].push(await closedLoop(items, atOnce, reference));
    figures[1].push(await closedLoop(items, atOnce, work));
  }
  const [of, figure] = figures.map(merge) as [Figure, Figure];
  return { reference: of, figure, ratio: figure.perSecond / of.perSecond };
}

function merge(figures: readonly Figure[]): Figure {
  const millis = figures.flatMap((each) => each.millis).sort((a, b) => a - b);
  const seconds = figures.reduce((sum, each) => sum + each.millis.length / each.perSecond, 0);
  return { perSecond: millis.length / seconds, millis };
}
