import type { Facts, LedgerStep } from '../facts.ts';

/** A line of a plot: from `t`, in days since the first mailing, on it is `y`. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly t: number; readonly y: number }[];
}

/** One plot: what it shows, and its lines. */
export interface Plot {
  readonly title: string;
  readonly about: string;
  readonly curves: readonly Curve[];
}

/** How each way of leaving is called. */
export const WAYS: Readonly<Record<string, string>> = {
  ONE_CLICK: 'button of the mail program',
  LINK: 'page',
  MAILTO: 'mail with STOP',
  MAIL_REPLY: 'answer to a mail',
  SPAM_REPORT: 'spam report',
};

/** What a step adds to those who are paused, who left, and who are written to again. */
const MOVES: Readonly<Record<string, (step: LedgerStep) => readonly [number, number, number]>> = {
  REQUESTED: ({ waited }) => (waited ? [1, 0, 0] : [0, 1, 0]),
  CONFIRMED: () => [-1, 1, 0],
  TIMED_OUT_OPTED_OUT: () => [-1, 1, 0],
  DECLINED: () => [-1, 0, 1],
  REVERTED: () => [-1, 0, 1],
  WITHDRAWN: () => [-1, 0, 1],
  // Who comes back may have been waiting still.
  LIFTED: ({ from }) => (from === 'PENDING' ? [-1, 0, 1] : [0, -1, 1]),
};

/** The plots of a run. */
export function plotsOf(facts: Facts): readonly Plot[] {
  const dayOf = (at: number): number => (at - facts.startedAt) / 1000 / facts.secondsPerDay;
  const requested = facts.ledger.filter(({ type }) => type === 'REQUESTED');
  const ways = Map.groupBy(requested, ({ method }) => WAYS[method ?? ''] ?? method ?? 'other');
  return [
    {
      title: 'Mails handed over',
      about: 'as the mail server took them; dotted: a mailing begins',
      curves: [{ name: 'mails', points: counted(facts.arrived.map(({ at }) => dayOf(at))) }],
    },
    {
      title: 'Wishes to leave, by way',
      about: 'as they were recorded',
      curves: [...ways]
        .map(([name, steps]) => ({ name, points: counted(steps.map(({ at }) => dayOf(at))) }))
        .toSorted((a, b) => b.points.length - a.points.length),
    },
    {
      title: 'Where the wishes stand',
      about: 'at that moment',
      curves: standing(facts.ledger, dayOf),
    },
  ];
}

/** One more at each of these times. */
function counted(times: readonly number[]): Curve['points'] {
  return times.toSorted((a, b) => a - b).map((t, i) => ({ t, y: i + 1 }));
}

function standing(ledger: readonly LedgerStep[], dayOf: (at: number) => number): Curve[] {
  const names = ['paused', 'opted out', 'written to again'] as const;
  const now = [0, 0, 0];
  const curves: { t: number; y: number }[][] = names.map(() => []);
  for (const step of ledger) {
    const move = MOVES[step.type]?.(step);
    if (move === undefined) continue;
    for (const [i, by] of move.entries()) {
      if (by === 0) continue;
      now[i]! += by;
      curves[i]!.push({ t: dayOf(step.at), y: now[i]! });
    }
  }
  return names
    .map((name, i) => ({ name, points: curves[i]! }))
    .filter(({ points }) => points.length > 0);
}
