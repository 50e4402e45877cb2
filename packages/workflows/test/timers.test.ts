import { LONGEST_REVIEW_SECONDS, MARKETING_REVIEW_CAP_SECONDS, SIGNALS_TO } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { type Driven, drive } from './drive.ts';

const T = Date.parse('2026-05-04T08:00:00.000Z');
const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const wait = (deadline: number, now: number): Promise<Driven> =>
  drive('optOutRequest', { requestId: 'r', deadline: iso(deadline) }, now);

/** Answers the end of a review as the record does: by the row's own deadline. */
async function endReview(flow: Driven, deadline: number): Promise<void> {
  expect(flow.asked).toEqual({ type: 'endReview', args: ['r'] });
  await flow.answer({ waitUntil: deadline > flow.now ? iso(deadline) : null });
}

/** From the end of the wait on: the receipt, the notice, the mark, and whether that was all. */
async function ends(flow: Driven): Promise<boolean> {
  expect(flow.asked).toEqual({ type: 'sendSmsReceipt', args: ['r'] });
  await flow.answer();
  expect(flow.asked).toEqual({ type: 'sendDecisionNotice', args: ['r'] });
  await flow.answer();
  expect(flow.asked).toEqual({ type: 'settleRequest', args: ['r'] });
  await flow.answer();
  return flow.isDone && flow.timer === null && flow.asked === null;
}

describe('the wait of a request, day for day', () => {
  it.each([
    ['7 days', 7 * DAY],
    ['90 days, the longest', LONGEST_REVIEW_SECONDS * 1_000],
    ['48 hours, the longest of marketing (W-3)', MARKETING_REVIEW_CAP_SECONDS * 1_000],
  ])('lasts %s and not a second longer', async (_name, length) => {
    const flow = await wait(T + length, T);
    expect(flow.timer).toBe(length);
    expect(flow.asked).toBeNull();
    flow.now = T + length;
    await flow.fire();
    await endReview(flow, T + length);
    expect(await ends(flow)).toBe(true);
  });

  it.each([
    [-1_000, 1_000],
    [0, null],
    [1_000, null],
  ])('taken up %i ms from a deadline of 48 h leaves a timer of %s ms (W-3)', async (off, timer) => {
    const deadline = T + MARKETING_REVIEW_CAP_SECONDS * 1_000;
    const flow = await wait(deadline, deadline + off);
    expect(flow.timer).toBe(timer);
    if (timer !== null) {
      flow.now = deadline;
      await flow.fire();
    }
    await endReview(flow, deadline);
    expect(await ends(flow)).toBe(true);
  });

  it('is none where the deadline lies in the past at the start', async () => {
    const flow = await wait(T - 30 * DAY, T);
    expect(flow.timer).toBeNull();
    await endReview(flow, T - 30 * DAY);
    expect(await ends(flow)).toBe(true);
  });

  it('is none where the request was closed when it was born', async () => {
    const flow = await drive('optOutRequest', { requestId: 'r', deadline: null }, T);
    expect(flow.timer).toBeNull();
    expect(await ends(flow)).toBe(true);
  });

  it('ends at once with a decision, and nobody asks for the end of the review', async () => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + DAY;
    await flow.signal(SIGNALS_TO.requestClosed);
    expect(await ends(flow)).toBe(true);
  });
});

describe('a deadline that moves', () => {
  it('moves the timer, twice too', async () => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 2 * DAY;
    await flow.signal(SIGNALS_TO.deadlineMoved, iso(T + 14 * DAY));
    expect(flow.timer).toBe(12 * DAY);
    flow.now = T + 13 * DAY;
    await flow.signal(SIGNALS_TO.deadlineMoved, iso(T + 90 * DAY));
    expect(flow.timer).toBe(77 * DAY);
    flow.now = T + 90 * DAY;
    await flow.fire();
    await endReview(flow, T + 90 * DAY);
    expect(await ends(flow)).toBe(true);
  });

  it('told after the timer has fired is kept all the same: the row says so', async () => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 7 * DAY;
    await flow.fire();
    await endReview(flow, T + 9 * DAY);
    expect(flow.timer).toBe(2 * DAY);
    await flow.signal(SIGNALS_TO.deadlineMoved, iso(T + 9 * DAY));
    expect(flow.timer).toBe(2 * DAY);
    flow.now = T + 9 * DAY;
    await flow.fire();
    await endReview(flow, T + 9 * DAY);
    expect(await ends(flow)).toBe(true);
  });

  it('told while the record is asked is not lost', async () => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 7 * DAY;
    await flow.fire();
    await flow.signal(SIGNALS_TO.deadlineMoved, iso(T + 9 * DAY));
    await endReview(flow, T + 9 * DAY);
    expect(flow.timer).toBe(2 * DAY);
  });

  it('told after the end changes nothing', async () => {
    const flow = await wait(T + 7 * DAY, T);
    await flow.signal(SIGNALS_TO.requestClosed);
    await flow.signal(SIGNALS_TO.deadlineMoved, iso(T + 14 * DAY));
    expect(await ends(flow)).toBe(true);
  });
});

describe('in one and the same task', () => {
  const { requestClosed, deadlineMoved } = SIGNALS_TO;
  const closed = (flow: Driven) => () => flow.jobs.signal(requestClosed);
  const moved = (flow: Driven) => () => flow.jobs.signal(deadlineMoved, iso(T + 14 * DAY));
  const fired = (flow: Driven) => () => flow.jobs.fire();

  it.each([
    ['decision, timer', [closed, fired]],
    ['timer, decision', [fired, closed]],
    ['decision, move, timer', [closed, moved, fired]],
    ['timer, move, decision', [fired, moved, closed]],
    ['move, timer, decision', [moved, fired, closed]],
  ])('%s: ends, with at most one question to the record, and one notice', async (_name, steps) => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 7 * DAY;
    await flow.together(...steps.map((step) => step(flow)));
    if (flow.asked?.type === 'endReview') await flow.answer({ waitUntil: null });
    expect(await ends(flow)).toBe(true);
  });

  it.each([
    ['move, timer', [moved, fired]],
    ['timer, move', [fired, moved]],
  ])('%s: waits for the new deadline', async (_name, steps) => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 7 * DAY;
    await flow.together(...steps.map((step) => step(flow)));
    if (flow.asked?.type === 'endReview') await endReview(flow, T + 14 * DAY);
    expect(flow.timer).toBe(7 * DAY);
  });
});

describe('a clock that jumps between tasks', () => {
  it.each([
    ['back by a day', -DAY],
    ['back by ten years', -3_653 * DAY],
  ])('%s: nothing ends before the deadline of the row', async (_name, jump) => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 7 * DAY + jump;
    await flow.fire();
    await endReview(flow, T + 7 * DAY);
    expect(flow.timer).toBe(-jump);
    flow.now = T + 7 * DAY;
    await flow.fire();
    await endReview(flow, T + 7 * DAY);
    expect(await ends(flow)).toBe(true);
  });

  it('forward by a year: ends, once', async () => {
    const flow = await wait(T + 7 * DAY, T);
    flow.now = T + 372 * DAY;
    await flow.fire();
    await endReview(flow, T + 7 * DAY);
    expect(await ends(flow)).toBe(true);
  });

  it('back and forth: asks the record each time and ends once', async () => {
    const flow = await wait(T + 7 * DAY, T);
    for (const at of [T + 6 * DAY, T + 5 * DAY, T + 6.5 * DAY]) {
      flow.now = at;
      await flow.fire();
      await endReview(flow, T + 7 * DAY);
      expect(flow.timer).toBe(T + 7 * DAY - at);
    }
    flow.now = T + 8 * DAY;
    await flow.fire();
    await endReview(flow, T + 7 * DAY);
    expect(await ends(flow)).toBe(true);
  });
});

describe('the wait of a double opt-in', () => {
  it('begins when its mail is out and ends when the link does, seven days after it was asked for (D-5)', async () => {
    const flow = await drive('doubleOptIn', { id: 'd', expiresAt: iso(T + 7 * DAY) }, T);
    expect(flow.asked).toEqual({ type: 'sendDoubleOptInMail', args: ['d'] });
    flow.now = T + DAY;
    await flow.answer();
    expect(flow.timer).toBe(6 * DAY);
    flow.now = T + 7 * DAY;
    await flow.fire();
    expect(flow.asked).toEqual({ type: 'expireDoubleOptIn', args: ['d'] });
    await flow.answer();
    expect(flow.isDone).toBe(true);
  });
});
