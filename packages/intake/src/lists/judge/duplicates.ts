import { ROW_REASONS } from '@adieu/domain';
import type { JudgedRow } from './list-row.ts';

/**
 * Tells the rows of a list that say nothing but what an earlier one says: the first counts. Two rows are the same where they
 * have the same addresses and are both of people who left, or both of people who did not.
 */
export class Duplicates {
  readonly #first = new Map<string, number>();

  judge(row: JudgedRow): JudgedRow {
    if (!('addresses' in row)) return row;
    const key = keyOf(row);
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, row.line);
      return row;
    }
    return {
      line: row.line,
      field: null,
      message: `the same as line ${first}, which counts`,
      cell: null,
      value: '',
      reason: 'DUPLICATE',
      remedy: ROW_REASONS.DUPLICATE.remedy,
    };
  }
}

function keyOf(row: Extract<JudgedRow, { addresses: unknown }>): string {
  return [String('optsOut' in row), ...row.addresses.map(({ address }) => address)].join(' ');
}
