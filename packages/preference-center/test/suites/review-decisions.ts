import { beforeEach, describe, expect, it } from 'vitest';
import { planned, QUARANTINE, REVIEW, review, reviewed } from '../review-samples.ts';
import { type Fields, open, post, site } from '../site.ts';
import { answerReview } from './review-answers.ts';

const PAGE = `/review/${REVIEW}`;
const SHOWN: Fields = [
  ['shownAt', '2026-11-24T10:32:00.000Z'],
  ['key', 'k'],
];
const inputs = () => site.api.mutations().map(({ variables }) => variables.input);

describe('deciding on the review page', () => {
  beforeEach(answerReview);

  it('confirms what is ticked, without a reason that was typed for nothing', async () => {
    const { status, response } = await post(`${PAGE}?book=book_2`, [
      ...SHOWN,
      ['id', 'optout_1'],
      ['reason', 'unused'],
      ['decision', 'CONFIRM'],
    ]);
    expect(status).toBe(303);
    expect(response.headers.get('location')).toBe(`${PAGE}?book=book_2&plan=plan_1`);
    expect(inputs()).toEqual([
      {
        token: REVIEW,
        ids: ['optout_1'],
        decision: 'CONFIRM',
        reason: null,
        idempotencyKey: expect.stringMatching(/^[\w-]{43}$/),
      },
    ]);
  });

  it.each([
    [15_000, 'It will be carried out in 15 seconds.'],
    [400, 'It will be carried out in 1 second.'],
    [-3_000, 'It will be carried out in 1 second.'],
  ])('says in how many seconds it is carried out, by no clock (%d ms)', async (ms, text) => {
    const dueAt = new Date(Date.now() + ms).toISOString();
    site.api.answers['Review'] = review({ planned: [planned({ dueAt })] });
    const { html } = await open(`${PAGE}?plan=plan_1`);
    expect(html).toContain(text);
  });

  it('makes a double click one decision, and another choice another', async () => {
    const click = (id: string) => post(PAGE, [...SHOWN, ['id', id], ['decision', 'CONFIRM']]);
    await click('optout_1');
    await click('optout_1');
    await click('optout_2');
    const [first, second, third] = inputs().map((input) => input?.['idempotencyKey']);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('takes all for what waited when the page was shown, by the filter that was chosen', async () => {
    await post(`${PAGE}?book=book_2`, [...SHOWN, ['all', 'on'], ['decision', 'CONFIRM']]);
    const asked = site.api.calls.find(({ operationName }) => operationName === 'WaitingIds');
    expect(asked?.variables).toEqual({
      token: REVIEW,
      receivedBy: '2026-11-24T10:32:00.000Z',
      addressBookId: 'book_2',
    });
    expect(inputs()).toMatchObject([{ ids: ['optout_1', 'optout_9'] }]);
  });

  it('shows suspected robots, and decides a burst as a whole in one click and with a reason at hand (N4)', async () => {
    site.api.answers['Review'] = review({ quarantines: [QUARANTINE] });
    site.api.answers['QuarantineIds'] = { review: { quarantineIds: ['optout_7', 'optout_8'] } };
    const { html } = await open(PAGE);
    expect(html).toContain('<bdi>co•••.test</bdi>: 1,200 requests');
    expect(html).toContain('People: confirm (1,200)');
    expect(html).toMatch(/<textarea[^>]*>A program that checks links[^<]*<\/textarea>/);
    const burst = ['quarantine', QUARANTINE.id] as const;
    const { status } = await post(PAGE, [
      ...SHOWN,
      burst,
      ['reason', 'A scanner.'],
      ['decision', 'DECLINE'],
    ]);
    expect(status).toBe(303);
    const asked = site.api.calls.find(({ operationName }) => operationName === 'QuarantineIds');
    expect(asked?.variables).toEqual({
      token: REVIEW,
      id: QUARANTINE.id,
      receivedBy: '2026-11-24T10:32:00.000Z',
    });
    expect(inputs()).toMatchObject([
      { ids: ['optout_7', 'optout_8'], decision: 'DECLINE', reason: 'A scanner.' },
    ]);
    const missing = await post(PAGE, [...SHOWN, burst, ['reason', ' '], ['decision', 'DECLINE']]);
    expect(missing.status).toBe(422);
    expect(missing.html).toContain(`aria-describedby="error-${QUARANTINE.id}"`);
    expect(missing.html.match(/Write a reason/g)).toHaveLength(1);
  });

  it('asks for what is missing beside its field, and loses nothing of what was ticked and typed (X-3)', async () => {
    const noReason = await post(PAGE, [...SHOWN, ['id', 'optout_2'], ['decision', 'DECLINE']]);
    expect(noReason.status).toBe(422);
    expect(noReason.html).toMatch(
      /<textarea[^>]*autofocus=""[^>]*aria-invalid="true"[^>]*aria-describedby="reason-error/i,
    );
    expect(noReason.html).toMatch(/<input type="checkbox" name="id" checked="" value="optout_2"/);
    expect(noReason.html).toContain('Write a reason');
    const noTick = await post(PAGE, [...SHOWN, ['reason', 'On <call>'], ['decision', 'DECLINE']]);
    expect(noTick.html).toContain('Tick at least one request');
    expect(noTick.html).toContain('On &lt;call&gt;</textarea>');
    const long = await post(PAGE, [
      ...SHOWN,
      ['all', 'on'],
      ['reason', 'x'.repeat(2_001)],
      ['decision', 'DECLINE'],
    ]);
    expect(long.html).toContain('Shorten the reason');
    expect(long.html).toMatch(/<input type="checkbox" name="all" checked=""/);
    expect(site.api.mutations()).toEqual([]);
  });

  it('defers what is ticked, at once and once, and says what came of it with focus on its heading (W-3)', async () => {
    const fields: Fields = [...SHOWN, ['id', 'optout_1'], ['decision', 'DEFER']];
    const { status, response } = await post(`${PAGE}?book=book_2`, fields);
    expect(status).toBe(303);
    expect(response.headers.get('location')).toBe(`${PAGE}?book=book_2&deferred=2&kept=1`);
    await post(`${PAGE}?book=book_2`, fields);
    const [first, second] = inputs();
    expect(first).toEqual({
      token: REVIEW,
      ids: ['optout_1'],
      idempotencyKey: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(second).toEqual(first);
    const { html } = await open(response.headers.get('location')!);
    expect(html).toMatch(/<h1 tabindex="-1" autofocus="">2 requests are deferred<\/h1>/i);
    expect(html).toContain('stays paused until the new deadline');
    expect(html).toContain('1 could not be deferred');
  });

  it('says before what deferring does, and offers it only where a deadline may move', async () => {
    const latest = reviewed({ id: 'optout_2', deferredTo: null });
    const waiting = (nodes: ReturnType<typeof reviewed>[]) =>
      review({ waiting: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } });
    site.api.answers['Review'] = waiting([reviewed(), latest]);
    const { html } = await open(PAGE);
    expect(html).toContain('a review takes 90 days at most, of marketing 48 hours');
    expect(html).toMatch(/value="DEFER" aria-describedby="defer-note"/);
    expect(html.match(/Can’t be deferred/g)).toHaveLength(1);
    site.api.answers['Review'] = waiting([latest]);
    expect((await open(PAGE)).html).not.toContain('value="DEFER"');
    const none = await post(PAGE, [...SHOWN, ['decision', 'DEFER']]);
    expect([none.status, none.html.includes('Tick at least one request')]).toEqual([422, true]);
    const noSuch = await open(`${PAGE}?deferred=<b>&kept=99999`);
    expect(noSuch.html).toContain('<h1>2 unsubscribe requests are waiting');
  });

  it('says so where nothing could be deferred', async () => {
    expect((await open(`${PAGE}?kept=3`)).html).toContain('Nothing was deferred');
  });

  it.each([
    ['REASON_REQUIRED', 'Write a reason'],
    ['REASON_TOO_LONG', 'Shorten the reason'],
    ['NOT_FOUND', 'These requests are closed already'],
  ])('says so where the API refuses (%s)', async (code, text) => {
    const decideByReview = { __typename: 'InvalidInput', code, field: 'x' };
    site.api.answers['DecideByReview'] = { decideByReview };
    const { status, html } = await post(PAGE, [
      ...SHOWN,
      ['id', 'optout_1'],
      ['decision', 'CONFIRM'],
    ]);
    expect([status, html.includes(text)]).toEqual([422, true]);
  });

  it('says that a decision can be undone, with focus on its heading', async () => {
    site.api.answers['Review'] = review({ planned: [planned()] });
    const { html } = await open(`${PAGE}?plan=plan_1`);
    expect(html).toMatch(/<h1 tabindex="-1" autofocus="">2 requests will be declined<\/h1>/i);
    expect(html).toContain('Until then you can undo it.');
    expect(html).toContain('You are on call.');
    const { response } = await post(PAGE, [
      ['intent', 'undo'],
      ['planned', 'plan_1'],
    ]);
    expect(response.headers.get('location')).toBe(`${PAGE}?plan=plan_1`);
    expect(inputs()).toEqual([{ token: REVIEW, plannedId: 'plan_1' }]);
  });

  it('shows it also on other pages, for as long as it can be undone', async () => {
    site.api.answers['Review'] = review({ planned: [planned()] });
    const { html } = await open(PAGE);
    expect(html).toContain('<h2>2 requests will be declined</h2>');
    expect(html).toContain('value="undo"');
  });

  it('pretends nothing: which were not decided and why, and that it was too late', async () => {
    const request = reviewed({ state: 'REVERTED', decidedBy: { kind: 'TIMER', name: null } });
    const other = reviewed({
      id: 'optout_3',
      state: 'CONFIRMED',
      decidedBy: { kind: 'MEMBER', name: 'Olof' },
    });
    const problem = { code: 'ALREADY_CLOSED' } as const;
    const done = planned({
      state: 'CARRIED_OUT',
      total: 3,
      carriedOut: 1,
      refused: 2,
      refusals: [
        { request, problem },
        { request: other, problem },
      ],
    });
    site.api.answers['Review'] = review({ planned: [done] });
    site.api.answers['UndoReview'] = {
      undoReview: { __typename: 'Conflict', code: 'ALREADY_CARRIED_OUT', field: 'plannedId' },
    };
    const { response } = await post(PAGE, [
      ['intent', 'undo'],
      ['planned', 'plan_1'],
    ]);
    const { html } = await open(response.headers.get('location')!);
    expect(html).toContain('1 request is declined');
    expect(html).toContain('2 were not decided:');
    expect(html).toContain('its deadline had passed');
    expect(html).toContain('was already unsubscribed (Olof)');
    expect(html).toContain('too late to undo');
    expect(html).not.toContain('value="undo"');
  });

  it('never pretends that a decision was saved while the API is away, and offers the same again', async () => {
    site.api.answers['DecideByReview'] = 'hang up';
    const fields: Fields = [
      ...SHOWN,
      ['id', 'optout_1'],
      ['reason', 'On call.'],
      ['decision', 'DECLINE'],
    ];
    const { status, html } = await post(`${PAGE}?book=book_2`, fields);
    expect(status).toBe(503);
    expect(html).toContain(`action="${PAGE}?book=book_2"`);
    for (const [name, value] of fields)
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    site.api.answers['Review'] = 'errors';
    expect((await open(PAGE)).status).toBe(503);
  });
});
