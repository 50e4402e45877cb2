import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

function filled(...items: string[]): FairQueue<string> {
  const queue = new FairQueue<string>(100);
  for (const item of items) queue.add(item[0]!, item);
  return queue;
}
const takeAll = (queue: FairQueue<string>): string[] => {
  const taken: string[] = [];
  for (let next = queue.take(); next !== null; next = queue.take()) {
    taken.push(next.item);
    queue.ended(next.whose);
  }
  return taken;
};

describe('jobs of many parties', () => {
  it.each([
    [
      ['a1', 'a2', 'a3'],
      ['a1', 'a2', 'a3'],
    ],
    [
      ['a1', 'a2', 'a3', 'b1'],
      ['a1', 'b1', 'a2', 'a3'],
    ],
    [
      ['a1', 'a2', 'b1', 'b2', 'c1'],
      ['a1', 'b1', 'c1', 'a2', 'b2'],
    ],
    [[], []],
  ])('%j come in the order %j: each party in turn, each one’s in their order', (added, taken) => {
    expect(takeAll(filled(...added))).toEqual(taken);
  });

  it('who has nothing running comes before who has, however long that one has waited', () => {
    const queue = filled('a1', 'a2', 'a3');
    expect([queue.take(), queue.take()].map((next) => next?.item)).toEqual(['a1', 'a2']);
    queue.add('b', 'b1');
    queue.ended('a');
    expect(queue.take()?.item).toBe('b1');
    expect(queue.take()?.item).toBe('a3');
    expect(queue.take()).toBeNull();
  });

  it('what one party may not have waiting any more, another may', () => {
    const queue = new FairQueue<string>(2);
    expect(['a', 'a', 'a', 'b'].map((whose) => queue.add(whose, 'x'))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    queue.take();
    expect(queue.add('a', 'x')).toBe(true);
  });
});
