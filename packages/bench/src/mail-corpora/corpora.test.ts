import { beforeAll, describe, expect, it } from 'vitest';
import { type ClassFigure, judgeCorpora, LEAST } from './judge-corpora.ts';
import { hasCorpora } from './judged.ts';

if (!hasCorpora) console.warn('SKIPPED: the corpora of mails are not there');

describe.skipIf(!hasCorpora)('the corpora of mails that come in', () => {
  let figures: readonly ClassFigure[];
  beforeAll(async () => {
    figures = await judgeCorpora();
  });

  it.each(Object.keys(LEAST).filter((name) => !name.endsWith('held out')))(
    '%s is right as often as it is to be (M-2, M-3, M-7, M-9)',
    (name) => {
      const { all, right, least, wrong } = figures.find((each) => each.class === name)!;
      expect(all).toBeGreaterThan(3);
      expect(right / all, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(least);
    },
  );
});
