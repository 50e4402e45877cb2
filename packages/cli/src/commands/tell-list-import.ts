import type { ListImport } from '@adieu/db';
import { rows } from './tell-import.ts';

const number = (count: number): string => count.toLocaleString('en');

/** How far an import is, each second. */
export function tellProgress({ state, kind, rowsRead, done, toDo }: ListImport): void {
  if (state === 'RUNNING')
    console.error(
      `${number(done)} of ${number(toDo)} ${kind === 'OPT_OUTS' ? 'addresses' : 'people'}`,
    );
  else if (rowsRead > 0) console.error(`${number(rowsRead)} rows read`);
}

/** What an import would do, or did. All rows and all addresses are in it. */
export function tellCounts({ state, kind, counts }: ListImport): void {
  const of = (key: keyof typeof counts): number => counts[key] ?? 0;
  const parts = [
    `${of('accepted')} taken`,
    ...(of('blank') > 0 ? [`${of('blank')} blank`] : []),
    `${of('rejected')} not taken`,
  ];
  console.log(`${rows(of('rows'))}: ${parts.join(', ')}`);
  const will = state === 'COUNTED' ? 'would be' : 'are';
  const repeated = of('repeated') > 0 ? `, ${number(of('repeated'))} said twice` : '';
  if (state === 'CANCELLED') console.log('it was cancelled; what it did before stays done');
  else if (kind === 'OPT_OUTS')
    console.log(
      `${number(of('fresh') + of('known'))} ${will} opted out (${number(of('fresh'))} new, ${number(of('known'))} known), ${number(of('out'))} were out already${repeated}`,
    );
  else
    console.log(
      `${number(of('fresh'))} new, ${number(of('known'))} known before; ${number(of('out'))} of them stay opted out; ${number(of('leaving'))} leave by the list${repeated}`,
    );
}
