import { describe, expect, it } from 'vitest';
import { SendWindow } from './send-window.ts';

/** Produces without end; gives how many were produced so far. */
function produce(window: SendWindow): { count: number } {
  const produced = { count: 0 };
  void (async () => {
    while (produced.count < 1_000) {
      await window.enter();
      produced.count += 1;
    }
  })();
  return produced;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a send window', () => {
  it('stops a producer whose client does not read, and lets it go on one by one', async () => {
    const window = new SendWindow(16);
    const produced = produce(window);
    await settled();
    expect(produced.count).toBe(16);
    window.leave();
    window.leave();
    await settled();
    expect(produced.count).toBe(18);
  });

  it('holds nobody back once it is closed', async () => {
    const window = new SendWindow(1);
    const produced = produce(window);
    await settled();
    window.close();
    await settled();
    expect(produced.count).toBe(1_000);
  });
});
