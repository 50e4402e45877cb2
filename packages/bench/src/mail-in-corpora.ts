import { judgeCorpora } from './mail-corpora/judge-corpora.ts';
import { corpus, hasCorpora } from './mail-corpora/judged.ts';

/** Prints what of each class of the corpora is read rightly, and every file that is not; gives whether all budgets are kept. */
export async function benchMailCorpora(): Promise<boolean> {
  if (!hasCorpora) {
    console.log(`SKIPPED: the corpora of mails are not there (${corpus('')})`);
    return true;
  }
  const figures = await judgeCorpora();
  console.log('class                  all  right  share   least');
  for (const { class: name, all, right, least, isKept } of figures)
    console.log(
      [
        name.padEnd(21),
        String(all).padStart(4),
        String(right).padStart(6),
        (right / all).toFixed(3).padStart(6),
        least.toFixed(2).padStart(7),
        isKept ? ' kept' : ' MISSED',
      ].join(' '),
    );
  for (const { name, expected, got } of figures.flatMap(({ wrong }) => wrong))
    console.log(`\nWRONG ${name}\n  expected ${expected}\n  got      ${got}`);
  return figures.every(({ isKept }) => isKept);
}
