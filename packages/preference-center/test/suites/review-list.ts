import { LANGUAGES } from '@adieu/domain';
import { PAGE_MESSAGES, REVIEW_MESSAGES } from '@adieu/messages';
import { beforeEach, describe, expect, it } from 'vitest';
import { REPORTS, REVIEW, review, reviewed } from '../review-samples.ts';
import { type Fields, open, post, site } from '../site.ts';
import { answerReview } from './review-answers.ts';

const PAGE = `/review/${REVIEW}`;
const SHOWN: Fields = [
  ['shownAt', '2026-11-24T10:32:00.000Z'],
  ['key', 'k'],
];
const inputs = () => site.api.mutations().map(({ variables }) => variables.input);

describe('the review page', () => {
  beforeEach(answerReview);

  it('shows who wants to leave what, in whose words, and what comes of it by itself; as text, never markup', async () => {
    const { status, html } = await open(PAGE);
    expect(status).toBe(200);
    expect(html).toContain('2 unsubscribe requests are waiting for a decision');
    expect(html).toContain('<b>Anna Svensson</b> <bdi>an•••@no•••.test</bdi>');
    expect(html).toContain('<b>Bo &lt;b&gt;Ek&lt;/b&gt;</b>');
    expect(html).toContain('Read as a wish to get no more, because of “No”, “&lt;i&gt;more”');
    expect(html).toContain('<span class="said">“No &lt;i&gt;more&lt;/i&gt;!”</span>');
    expect(html).toContain('messages resume');
    expect(html).toContain('Eva Lind');
    expect(html).not.toContain('<script');
  });

  it.each(LANGUAGES)('quotes their words as the language does: %s', async (language) => {
    const { waiting } = review().review;
    site.api.answers['Review'] = review({ language, waiting });
    const { html } = await open(PAGE);
    const quoted = PAGE_MESSAGES[language].quote('No &lt;i&gt;more&lt;/i&gt;!');
    expect(html).toContain(`<span class="said">${quoted}</span>`);
  });

  it('tells people apart: their account, their book where they leave something else, and since when they are in it', async () => {
    const topic = { kind: 'TOPIC', id: 'topic_1', name: 'Canteen' } as const;
    site.api.answers['Review'] = review({
      accountTimeZone: 'Europe/Stockholm',
      waiting: {
        nodes: [
          reviewed(),
          reviewed({ id: 'optout_2', scope: topic }),
          reviewed({ joinedAt: null }),
        ],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    });
    const { html } = await open(PAGE);
    expect(html).toContain('<span class="facts">Fjordkraft HR · joined 2\u00a0March 2024</span>');
    expect(html).toContain('Fjordkraft HR · Staff information · joined 2\u00a0March 2024');
    expect(html).toContain('<span class="facts">Fjordkraft HR</span>');
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
    expect((await post(PAGE, [...SHOWN, ['id', 'optout_1']])).status).toBe(400);
    expect(
      (
        await post(PAGE, [
          ['decision', 'CONFIRM'],
          ['id', 'optout_1'],
        ])
      ).status,
    ).toBe(400);
    expect(site.api.mutations()).toEqual([]);
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
    expect(html).toContain('1,000 unsubscribe requests are waiting');
    expect(html).toContain(`href="${PAGE}?after=a-b"`);
    expect(html).toContain('All 1,000 that are waiting');
    const filtered = (await open(`${PAGE}?book=book_3&after=x`)).html;
    expect(filtered).toContain('All 100 that are waiting');
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
    expect(html).toContain('<h1>Nothing is waiting for a decision</h1>');
    expect(html).not.toContain('name="decision"');
  });

  it('says that the link has ended, with the way to a new one, alike for every link that opens nothing (O-9)', async () => {
    site.api.answers['Review'] = { review: null };
    site.api.answers['Figures'] = { review: null };
    site.api.answers['Reports'] = { review: null };
    site.api.answers['Report'] = { review: null };
    site.api.answers['SignInLink'] = { signInLink: null };
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
    expect(posted.status).toBe(400);
  });

  it('signs out', async () => {
    const { response } = await post(PAGE, [['intent', 'signOut']]);
    expect(response.headers.get('location')).toBe('/sign-in?done=out');
    expect((await open('/sign-in?done=out')).html).toContain('Signed out');
    expect(inputs()).toEqual([{ token: REVIEW }]);
  });

  it('whose address names no id at all is not found', async () => {
    site.api.answers['Review'] = 'bad input';
    expect((await open(`${PAGE}?book=nonsense`)).status).toBe(404);
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
