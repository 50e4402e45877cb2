import { describe, expect, it } from 'vitest';
import { Semaphore } from './semaphore.ts';

/** Work that ends when it is told to. */
function work(): { done: Promise<string>; end: () => void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { done: promise, end: () => resolve('sent') };
}

describe('the connections of a pool', () => {
  it('are taken all at once, by one of those who wait', async () => {
    const connections = new Semaphore<string>(4, () => {});
    expect(await connections.take(2, 60_000)).toBe(4);
    const first = connections.take(2, 60_000);
    const second = connections.take(2, 60_000);
    connections.give(3);
    expect(await first).toBe(3);
    connections.give(1);
    connections.give(3);
    expect(await second).toBe(4);
  });

  it('that hang keep none of the others waiting longer than the patience', async () => {
    const connections = new Semaphore<string>(4, () => {});
    await connections.take(4, 60_000);
    const [short, ...hanging] = [work(), work(), work(), work()];
    for (const { done } of [short, ...hanging]) connections.use(done);
    const taken = connections.take(2, 1);
    short.end();
    expect(await taken).toBe(1);
  });

  it('are idle when none is in use or taken, and whoever waits for an end hears of it', async () => {
    const ended: string[] = [];
    const connections = new Semaphore<string>(2, (result) => ended.push(result));
    await connections.take(1, 0);
    expect(connections.areIdle).toBe(false);
    const one = work();
    connections.use(one.done);
    const end = connections.oneEnds();
    one.end();
    await end;
    expect(ended).toEqual(['sent']);
    expect(connections.areIdle).toBe(false);
    const idle = connections.oneEnds();
    connections.give(1);
    await idle;
    expect(connections.areIdle).toBe(true);
  });
});
