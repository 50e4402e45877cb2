import { LANGUAGES } from '@adieu/domain';
import { REVIEW_MESSAGES } from '@adieu/messages';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  FIGURES,
  planned,
  QUARANTINE,
  REPORT,
  REPORTS,
  REVIEW,
  review,
  reviewed,
} from '../review-samples.ts';
import { type Fields, open, post, site } from '../site.ts';

const PAGE = `/review/${REVIEW}`;
const SHOWN: Fields = [
  ['shownAt', '2026-11-24T10:32:00.000Z'],
  ['key', 'k'],
];
const inputs = () => site.api.mutations().map(({ variables }) => variables.input);

describe('the review page', () => {
  beforeEach(() => {
    site.api.answers['Review'] = review();
    site.api.answers['DecideByReview'] = {
      decideByReview: { __typename: 'DecisionPlanned', planned: { id: 'plan_1' } },
    };
    site.api.answers['UndoReview'] = { undoReview: { __typename: 'DecisionUndone' } };
    site.api.answers['CloseReview'] = { closeReview: { __typename: 'ReviewClosed' } };
    site.api.answers['WaitingIds'] = { review: { waitingIds: ['optout_1', 'optout_9'] } };
  });

  it('shows who wants to leave what, in whose words, and what comes of it by itself; as text, never markup', async () => {
    const { status, html } = await open(PAGE);
    expect(status).toBe(200);
    expect(html).toContain('2 requests to leave wait for a decision');
    expect(html).toContain('<b>Anna Svensson</b> <bdi>an•••@no•••.test</bdi>');
    expect(html).toContain('<b>Bo &lt;b&gt;Ek&lt;/b&gt;</b>');
    expect(html).toContain('<q class="said">No &lt;i&gt;more&lt;/i&gt;!</q>');
    expect(html).toContain('messages come again');
    expect(html).toContain('Eva Lind');
    expect(html).not.toContain('<script');
  });

  it('allows its own two stylesheets and nothing else, and sends its address nowhere (P-4, P-8)', async () => {
    site.api.answers['Reports'] = REPORTS;
    const reports = `${PAGE}/reports`;
    for (const path of [
      PAGE,
      `${PAGE}/figures`,
      reports,
      '/review',
      `/s/${REVIEW}`,
      '/review/cut',
    ]) {
      const { headers } = (await open(path)).response;
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('changes nothing by GET, HEAD and a POST without its buttons', async () => {
    await open(PAGE);
    await open(PAGE, { method: 'HEAD' });
    expect((await post(PAGE, [...SHOWN, ['id', 'optout_1']])).status).toBe(200);
    expect(
      (
        await post(PAGE, [
          ['decision', 'CONFIRM'],
          ['id', 'optout_1'],
        ])
      ).status,
    ).toBe(200);
    expect(site.api.mutations()).toEqual([]);
  });

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

  it('says until when a decision can be undone, with focus on its heading', async () => {
    site.api.answers['Review'] = review({ planned: [planned()] });
    const { html } = await open(`${PAGE}?plan=plan_1`);
    expect(html).toMatch(/<h1 tabindex="-1" autofocus="">2 requests will be declined<\/h1>/i);
    expect(html).toContain('10:32:15');
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
      decidedBy: { kind: 'ADMIN', name: 'Olof' },
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
    expect(html).toContain('had left already (Olof)');
    expect(html).toContain('too late to undo');
    expect(html).not.toContain('value="undo"');
  });

  it('goes through a thousand page by page, and filters by book', async () => {
    site.api.answers['Review'] = review({
      books: [
        { id: 'book_2', name: 'Staff information', count: 900 },
        { id: 'book_3', name: 'Members', count: 100 },
      ],
      waiting: {
        nodes: Array.from({ length: 50 }, (_, i) => reviewed({ id: `optout_${i}` })),
        pageInfo: { hasNextPage: true, endCursor: 'a-b' },
      },
    });
    const { html } = await open(PAGE);
    expect(html).toContain('1,000 requests to leave wait');
    expect(html).toContain(`href="${PAGE}?after=a-b"`);
    expect(html).toContain('All 1,000 that wait');
    const filtered = (await open(`${PAGE}?book=book_3&after=x`)).html;
    expect(filtered).toContain('All 100 that wait');
    expect(filtered).toContain(`href="${PAGE}?book=book_3&amp;after=a-b"`);
    expect(filtered).toMatch(/aria-current="true">Members \(100\)/);
    const query = site.api.calls.at(-1)!.variables;
    expect(query).toEqual({
      token: REVIEW,
      first: 50,
      after: 'x',
      addressBookId: 'book_3',
      also: null,
    });
  });

  it('says so where nothing waits', async () => {
    const waiting = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    site.api.answers['Review'] = review({ books: [], waiting });
    const { html } = await open(PAGE);
    expect(html).toContain('<h1>Nothing waits for a decision</h1>');
    expect(html).not.toContain('name="decision"');
  });

  it('says that the link has ended, with the way to a new one, alike for every link that opens nothing (O-9)', async () => {
    site.api.answers['Review'] = { review: null };
    site.api.answers['Figures'] = { review: null };
    site.api.answers['Reports'] = { review: null };
    site.api.answers['Report'] = { review: null };
    site.api.answers['ReviewSignIn'] = { reviewSignIn: null };
    const paths = [
      PAGE,
      `${PAGE}/figures`,
      `${PAGE}/reports`,
      `${PAGE}/reports/campaign_1`,
      `/s/${REVIEW}`,
      '/review/cut',
      `/review/${'A'.repeat(43)}`,
    ];
    const answers = await Promise.all(paths.map((path) => open(path)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    expect(answers[0]!.html).toContain('name="email"');
    const posted = await post(PAGE, [...SHOWN, ['id', 'optout_1'], ['decision', 'LIFT']]);
    expect(posted.status).toBe(404);
  });

  it('signs out', async () => {
    const { response } = await post(PAGE, [['intent', 'signOut']]);
    expect(response.headers.get('location')).toBe('/review?done=out');
    expect((await open('/review?done=out')).html).toContain('Signed out');
    expect(inputs()).toEqual([{ token: REVIEW }]);
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

  it('keeps its token out of the log (O-13)', async () => {
    await open(`${PAGE}?plan=plan_1`);
    site.api.answers['Review'] = 'errors';
    await open(PAGE);
    await expect.poll(() => site.server.log()).toContain('"route":"/review/:token","status":503');
    expect(site.server.log()).not.toContain(REVIEW);
  });

  it.each(LANGUAGES)('is in its reader’s language: %s', async (language) => {
    site.api.answers['Review'] = review({ language });
    const { html } = await open(PAGE, { headers: { 'accept-language': 'fr' } });
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`>${REVIEW_MESSAGES[language].decline}</button>`);
  });
});

describe('the figures', () => {
  it('are plots with a name that says what they show, each with its numbers in a table', async () => {
    site.api.answers['Figures'] = FIGURES;
    const { html } = await open(`${PAGE}/figures`);
    const labels = [...html.matchAll(/<svg role="img" aria-label="([^"]+)"/g)].map(
      ([, text]) => text,
    );
    expect(labels).toEqual([
      'Requests a day: 1,203 in all, the most on 24 Nov: 1,200',
      'By which way: 1,203 in all',
      'For which reason: 4 in all',
      'From request to decision: 3 in all',
    ]);
    expect(html.match(/<table>/g)).toHaveLength(4);
    expect(html).toContain('Half within 1.5 hours, nine in ten within 2.1 days.');
    expect(html).toContain('The &lt;shop&gt; closed');
    expect(html).toContain('Too many messages');
    expect(html).toContain('None in these days.');
    expect(html).not.toMatch(/<script|style="/);
  });

  it('count days as they begin where the reader’s language is spoken', async () => {
    site.api.answers['Figures'] = { review: { ...FIGURES.review, language: 'sv' } };
    await open(`${PAGE}/figures`);
    const zones = site.api.calls.map(({ variables }) => variables);
    expect(zones).toEqual([
      { token: REVIEW, timeZone: 'UTC' },
      { token: REVIEW, timeZone: 'Europe/Stockholm' },
    ]);
  });
});

describe('the reports (F5)', () => {
  const labels = (html: string) =>
    [...html.matchAll(/<svg role="img" aria-label="([^"]+)"/g)].map(([, text]) => text);

  it('lists campaigns, a page at a time, and each account over time beside its warning lines', async () => {
    site.api.answers['Reports'] = REPORTS;
    const { html } = await open(`${PAGE}/reports`);
    expect(html).toContain(`href="${PAGE}/reports/campaign_1">Spring &lt;sale&gt;</a>`);
    expect(html).toContain('12,000 sent · 1.25% left · 0.32% complained');
    expect(html).toContain(`href="${PAGE}/reports?after=end"`);
    expect(labels(html)).toEqual([
      'Share who left, by week. The highest: 1.25%, in the week of 23 Nov',
      'Share who marked as spam, by week. The highest: 0.32%, in the week of 23 Nov',
    ]);
    expect(html).toContain('Dashed line: a warning comes at 1%.');
    expect(html).toContain('Dotted line: 0.31% on average.');
    expect(html).toContain('Dotted line: a campaign is paused at 0.3%.');
    expect(html.match(/<table>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|style="/);
    site.api.answers['Review'] = review();
    expect((await open(PAGE)).html).toContain(`href="${PAGE}/reports"`);
  });

  it('show one campaign: its figures, by way, scope and reason, over time, each plot with its table', async () => {
    site.api.answers['Report'] = REPORT;
    const { html } = await open(`${PAGE}/reports/campaign_1`);
    expect(html).toContain('<h1>Spring &lt;sale&gt;</h1>');
    expect(html).toContain('Paused by itself');
    expect(labels(html)).toEqual([
      'Why messages were stopped: 480 in all',
      'By which way: 150 in all',
      'What they left: 150 in all',
      'For which reason: 14 in all',
      'Sent over time: 12,000 in all, the most on 24 Nov, 10:00: 12,000',
      'Left over time: 150 in all, the most on 24 Nov, 10:00: 90',
      'Marked as spam over time: 38 in all, the most on 24 Nov, 10:00: 20',
    ]);
    expect(html.match(/<table>/g)).toHaveLength(8);
    expect(html).toContain('För &lt;dyrt&gt;');
    expect(html).toContain('<q class="said">No &lt;i&gt;more&lt;/i&gt;!</q>');
    expect(html).not.toMatch(/<script|style="/);
  });

  it('stop the weekly mail by one button, and never by looking', async () => {
    site.api.answers['Reports'] = REPORTS;
    site.api.answers['SetWeeklyReport'] = { setWeeklyReport: { __typename: 'WeeklyReportSet' } };
    expect((await open(`${PAGE}/reports`)).html).toMatch(/value="stop"[^>]*>Stop the weekly mail/);
    expect(inputs()).toEqual([]);
    const { response } = await post(`${PAGE}/reports`, [['weekly', 'stop']]);
    expect(response.headers.get('location')).toBe(`${PAGE}/reports`);
    expect(inputs()).toEqual([{ token: REVIEW, wanted: false }]);
    site.api.answers['Reports'] = { review: { ...REPORTS.review, weeklyReport: false } };
    expect((await open(`${PAGE}/reports`)).html).toMatch(/value="start"[^>]*>Send the weekly mail/);
  });

  it('lead back to the list where there is no such campaign of theirs', async () => {
    site.api.answers['Report'] = { review: { ...REPORT.review, campaign: null } };
    const { response } = await open(`${PAGE}/reports/campaign_2`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${PAGE}/reports`);
  });

  it.each(LANGUAGES)('are in their reader’s language: %s', async (language) => {
    site.api.answers['Reports'] = { review: { ...REPORTS.review, language } };
    const { html } = await open(`${PAGE}/reports`);
    expect(html).toContain(`<h1>${REVIEW_MESSAGES[language].reports.title}</h1>`);
  });
});
