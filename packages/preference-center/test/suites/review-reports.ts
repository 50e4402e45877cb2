import { LANGUAGES } from '@adieu/domain';
import { REVIEW_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { FIGURES, REPORT, REPORTS, REVIEW, review } from '../review-samples.ts';
import { open, post, site } from '../site.ts';

const PAGE = `/review/${REVIEW}`;
const inputs = () => site.api.mutations().map(({ variables }) => variables.input);

describe('the figures', () => {
  it('are plots with a name that says what they show, each with its numbers in a table', async () => {
    site.api.answers['Figures'] = FIGURES;
    const { html } = await open(`${PAGE}/figures`);
    const labels = [...html.matchAll(/role="img" aria-label="([^"]+)"/g)].map(([, text]) => text);
    expect(labels).toEqual([
      'Requests per day: 1,203 in all, the most on 24\u00a0Nov: 1,200',
      'How they left: 1,203 in all',
      'Why: 4 in all',
      'From request to decision: 3 in all',
    ]);
    expect(html.match(/<table>/g)).toHaveLength(4);
    expect(html).toContain('Half within 1.5 hours, nine in ten within 2.1 days.');
    expect(html).toContain('The &lt;shop&gt; closed');
    expect(html).toContain('Too many messages');
    expect(html).toContain('None on these days.');
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
    [...html.matchAll(/role="img" aria-label="([^"]+)"/g)].map(([, text]) => text);

  it('lists campaigns, a page at a time, and each account over time beside its warning lines', async () => {
    site.api.answers['Reports'] = REPORTS;
    const { html } = await open(`${PAGE}/reports`);
    expect(html).toContain(`href="${PAGE}/reports/campaign_1">Spring &lt;sale&gt;</a>`);
    expect(html).toContain(
      '12,000 sent · 1.25% unsubscribed · 0.32% marked as spam · counted 24\u00a0Nov, 10:40\u00a0UTC',
    );
    const [campaign] = REPORTS.review.campaigns.nodes;
    const campaigns = { ...REPORTS.review.campaigns, nodes: [{ ...campaign!, countedAt: null }] };
    site.api.answers['Reports'] = { review: { ...REPORTS.review, campaigns } };
    const uncounted = (await open(`${PAGE}/reports`)).html;
    expect(uncounted).toContain('not counted yet');
    expect(uncounted).not.toContain('marked as spam ·');
    expect(html).toContain(`href="${PAGE}/reports?after=end"`);
    expect(labels(html)).toEqual([
      'Share who unsubscribed, by week. The highest: 1.25%, in the week of 23\u00a0Nov',
      'Share who marked as spam, by week. The highest: 0.32%, in the week of 23\u00a0Nov',
    ]);
    expect(html).toContain(
      'Figures from 24\u00a0Nov, 10:40\u00a0UTC. Each campaign is counted for 30 days after it is released.',
    );
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
    expect(html).toContain('Paused automatically');
    expect(html).toContain('People are counted here, once each');
    expect(html).toContain(
      'counts towards the share, whatever became of it: also if it was declined',
    );
    expect(html).toContain('Requests are counted below');
    expect(labels(html)).toEqual([
      'Why messages were stopped: 480 in all',
      'How they left: 150 in all',
      'What they unsubscribed from: 150 in all',
      'Why: 14 in all',
      'Sent over time: 12,000 in all, the most on 24\u00a0Nov, 10:00: 12,000',
      'Unsubscribed over time: 150 in all, the most on 24\u00a0Nov, 10:00: 90',
      'Marked as spam over time: 38 in all, the most on 24\u00a0Nov, 10:00: 20',
    ]);
    expect(html.match(/<table>/g)).toHaveLength(8);
    expect(html).toContain('För &lt;dyrt&gt;');
    expect(html).toContain('<span class="said">“No &lt;i&gt;more&lt;/i&gt;!”</span>');
    expect(html).not.toMatch(/<script|style="/);
  });

  it('stop the weekly mail by one button, and never by looking', async () => {
    site.api.answers['Reports'] = REPORTS;
    site.api.answers['SetWeeklyReport'] = { setWeeklyReport: { __typename: 'WeeklyReportSet' } };
    expect((await open(`${PAGE}/reports`)).html).toMatch(
      /value="stop"[^>]*>Stop the weekly e-mail/,
    );
    expect(inputs()).toEqual([]);
    const { response } = await post(`${PAGE}/reports`, [['weekly', 'stop']]);
    expect(response.headers.get('location')).toBe(`${PAGE}/reports`);
    expect(inputs()).toEqual([{ token: REVIEW, wanted: false }]);
    site.api.answers['Reports'] = { review: { ...REPORTS.review, weeklyReport: false } };
    expect((await open(`${PAGE}/reports`)).html).toMatch(
      /value="start"[^>]*>Send the weekly e-mail/,
    );
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
