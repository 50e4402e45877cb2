import { styleText } from 'node:util';
import { describeRun } from './describe-run.ts';
import type { Facts } from './facts.ts';
import type { Expectation } from './expectation.ts';

/** The whole run as plain text: who is who, each promise, and what this run is not. */
export function summaryOf(
  facts: Facts,
  expectations: readonly Expectation[],
  stream: NodeJS.WriteStream,
): string {
  const { verdict, setting, people, notes, broken } = describeRun(facts, expectations);
  const colour = (name: 'green' | 'red', text: string): string => styleText(name, text, { stream });
  const widest = Math.max(...expectations.map(({ about }) => about.length));
  return [
    `${facts.name}: ${setting}`,
    '',
    ...people.map(
      ({ name, count, became }) =>
        `${count.toLocaleString('en').padStart(8)}  ${name.padEnd(46)} ${became}`,
    ),
    '',
    ...expectations.map(
      ({ about, expected, outcome, kept }) =>
        `  ${kept ? colour('green', 'kept  ') : colour('red', 'BROKEN')}  ${about.padEnd(widest)}  expected ${expected}, was ${outcome}`,
    ),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
    colour(broken === 0 ? 'green' : 'red', verdict),
  ].join('\n');
}
