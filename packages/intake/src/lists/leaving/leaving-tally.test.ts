import { expect, it } from 'vitest';
import { LeavingTally } from './leaving-tally.ts';

it.each(['FIELD', 'TAGS'] as const)(
  'a column of %s that holds “unsubscribed” is asked about, unless somebody said what it is (F9)',
  (field) => {
    const columns = [
      { column: 'email', field: 'EMAIL' },
      { column: 'groups', field },
    ] as const;
    const seen = (told: readonly string[]) => {
      const tally = new LeavingTally({ columns, told });
      tally.see({ line: 2, cells: ['a@x.test', 'unsubscribed'] });
      return tally.found;
    };
    expect(seen([])).toEqual([{ column: 'groups', rows: 1, cells: ['unsubscribed'] }]);
    expect(seen(['groups'])).toEqual([]);
  },
);
