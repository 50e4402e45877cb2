import { expect, it } from 'vitest';
import { settleRecord } from './settle-record.ts';

it.each(['a\0b', 'a\ud800b', 'a\ufffdb'])(
  'a row with %j is told as broken: nothing could keep it, or a letter of it is lost',
  (cell) => {
    expect(settleRecord({ line: 2, cells: ['a@x.test', cell] })).toMatchObject({
      line: 2,
      broken: 'LOST_CHARACTERS',
    });
  },
);
