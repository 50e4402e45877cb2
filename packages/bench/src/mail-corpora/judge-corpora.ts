import { judgeWords } from '../words.ts';
import { judgeBounces } from './judge-bounces.ts';
import { judgeExact } from './judge-exact.ts';
import { judgeLinks } from './judge-links.ts';
import { judgeReplies } from './judge-replies.ts';
import type { Judged } from './judged.ts';

/** What of each class is to be right. */
export const LEAST: Readonly<Record<string, number>> = {
  'recipient of fields': 0.95,
  'status of fields': 0.95,
  'class of words': 0.9,
  'no report': 1,
  complaint: 0.99,
  'every field': 1,
  answer: 0.95,
  automatic: 1,
  'List-Unsubscribe': 1,
  'wish, held out': 0.98,
  'no wish, held out': 0.98,
};

export interface ClassFigure {
  readonly class: string;
  readonly all: number;
  readonly right: number;
  readonly least: number;
  readonly isKept: boolean;
  readonly wrong: readonly Judged[];
}

/** Every corpus that mails are read by, class by class. */
export async function judgeCorpora(): Promise<ClassFigure[]> {
  const rows = [
    ...(await judgeBounces()),
    ...(await judgeExact()),
    ...(await judgeReplies()),
    ...judgeLinks(),
  ];
  const classes = [...new Set(rows.map((row) => row.class))];
  const read = classes.map((name) => {
    const own = rows.filter((row) => row.class === name);
    const wrong = own.filter(({ isRight }) => !isRight);
    return figure(name, own.length, own.length - wrong.length, wrong);
  });
  return [...read, ...judgeIntents()];
}

/** The half of the phrases that tuning did not see. */
function judgeIntents(): ClassFigure[] {
  const all = judgeWords('HELD_OUT')?.at(-1);
  if (all === undefined) return [];
  return [
    figure('wish, held out', all.wishes, all.found),
    figure('no wish, held out', all.others, all.others - all.paused),
  ];
}

function figure(
  name: string,
  all: number,
  right: number,
  wrong: readonly Judged[] = [],
): ClassFigure {
  const least = LEAST[name]!;
  return { class: name, all, right, least, isKept: right / all >= least, wrong };
}
