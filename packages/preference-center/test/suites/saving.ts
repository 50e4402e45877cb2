import { beforeEach, describe, expect, it } from 'vitest';
import { LINK, newsletter, optOut } from '../samples.ts';
import { type Fields, open, post, site } from '../site.ts';

describe('saving', () => {
  beforeEach(() => {
    site.api.answers['Leave'] = { leave: { __typename: 'Left' } };
    site.api.answers['UpdatePreferences'] = {
      updatePreferences: { __typename: 'PreferencesUpdated' },
    };
    site.api.answers['GiveReason'] = { giveReason: { __typename: 'ReasonGiven', kept: true } };
    site.api.answers['StartDoubleOptIn'] = {
      startDoubleOptIn: { __typename: 'DoubleOptInStarted' },
    };
  });

  const who = { origin: '203.0.113.9', userAgent: 'Lynx' };

  it.each(['ALL_MARKETING', 'THIS_SCOPE'])(
    'leaving is one POST (%s), answered 303 after the API has answered (P-7)',
    async (choice) => {
      const { status, response } = await post(`/p/${LINK}`, [['choice', choice]]);
      expect(status).toBe(303);
      expect(response.headers.get('location')).toBe(`/u/${LINK}?done=left`);
      expect(site.api.calls.map(({ variables }) => variables)).toEqual([
        { input: { token: LINK, choice, ...who } },
      ]);
      expect(site.api.calls[0]!.headers['x-adieu-client']).toBe('preference-center');
    },
  );

  it.each([
    ['text/plain', 'choice=ALL_MARKETING'],
    ['text/plain;charset=UTF-8', 'choice=ALL_MARKETING\r\n'],
    ['application/x-www-form-urlencoded; charset=iso-8859-1', 'choice=ALL_MARKETING'],
    ['application/octet-stream', 'choice=ALL_MARKETING'],
    ['', 'choice=ALL_MARKETING'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="choice"\r\n\r\nALL_MARKETING\r\n--x--\r\n',
    ],
  ])('leaves by the form whatever a gateway made of it: as %j', async (type, body) => {
    const bytes = new TextEncoder().encode(body);
    const headers = type === '' ? {} : { 'content-type': type };
    const { response } = await open(`/p/${LINK}`, { method: 'POST', body: bytes, headers });
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=left`);
    expect(site.api.mutations()).toHaveLength(1);
  });

  it.each([
    ['no body', 'application/x-www-form-urlencoded', ''],
    ['another field', 'application/x-www-form-urlencoded', 'a=b'],
    ['JSON', 'application/json', '{"choice":"ALL_MARKETING"}'],
    ['broken multipart', 'multipart/form-data', 'choice=ALL_MARKETING'],
  ])('says that nothing was saved where it can read no wish: %s', async (_what, type, body) => {
    const headers = { 'content-type': type };
    const { status, response } = await open(`/p/${LINK}`, { method: 'POST', body, headers });
    expect([status, response.headers.get('location')]).toEqual([303, `/u/${LINK}?done=outdated`]);
    expect(site.api.mutations()).toEqual([]);
  });

  it('shows the page anew where the list was exempted meanwhile: nothing was saved (A1)', async () => {
    site.api.answers['Leave'] = { leave: { __typename: 'OptOutExempt' } };
    const { response } = await post(`/p/${LINK}`, [['choice', 'THIS_SCOPE']]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=outdated`);
  });

  it('saves the settings in one go: unticked topics off and no other, how often, the pause, the language (C3, F13)', async () => {
    const { response } = await post(`/p/${LINK}`, [
      ['choice', 'SETTINGS'],
      ['zone', 'Europe/Stockholm'],
      ['shown', 'topic_1'],
      ['keep', 'topic_1'],
      ['shown', 'topic_2'],
      ['frequency', 'WEEKLY'],
      ['pauseUntil', '2026-12-24'],
      ['language', 'de'],
    ]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=settings`);
    expect(site.api.calls[0]!.variables.input).toEqual({
      token: LINK,
      topicIdsOff: ['topic_2'],
      frequency: 'WEEKLY',
      pausedUntil: '2026-12-23T23:00:00.000Z',
      endPause: false,
      language: 'de',
      ...who,
    });
  });

  it('an empty day ends the pause, and what a form does not say stays as it was (P-10)', async () => {
    await post(`/p/${LINK}`, [
      ['choice', 'SETTINGS'],
      ['pauseUntil', ''],
    ]);
    await post(`/p/${LINK}`, [['choice', 'SETTINGS']]);
    expect(site.api.calls.map(({ variables }) => variables.input)).toMatchObject([
      { pausedUntil: null, endPause: true, frequency: null, language: null },
      { pausedUntil: null, endPause: false },
    ]);
  });

  it('brings a topic back by a double opt-in alone (P-12)', async () => {
    const { response } = await post(`/p/${LINK}`, [['again', 'topic_3']]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=return`);
    expect(
      site.api.calls.map(({ operationName, variables }) => [operationName, variables.input]),
    ).toMatchObject([['StartDoubleOptIn', { token: LINK, topicId: 'topic_3' }]]);
  });

  it('asks why only afterwards, with nothing chosen beforehand, and takes an answer or none (C9, F4, P-6)', async () => {
    site.api.answers['Preferences'] = newsletter({ allMarketing: optOut() });
    const { html } = await open(`/u/${LINK}?done=left`);
    expect(html).toContain('Too many messages');
    expect(html).toContain('The &lt;shop&gt; closed');
    expect(html).not.toContain('checked');
    expect((await open(`/u/${LINK}`)).html).not.toContain('Too many messages');
    const { response } = await post(`/p/${LINK}`, [
      ['intent', 'reason'],
      ['reason', 'TOO_MANY'],
      ['words', 'Every day!'],
      ['language', 'en'],
    ]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=reason`);
    expect(site.api.mutations()[0]!.variables.input).toEqual({
      token: LINK,
      reasonId: 'TOO_MANY',
      text: 'Every day!',
      language: 'en',
    });
  });

  it('says that nothing was sent where nothing was chosen or written, and keeps the form', async () => {
    site.api.answers['Preferences'] = newsletter({ allMarketing: optOut() });
    site.api.answers['GiveReason'] = { giveReason: { __typename: 'ReasonGiven', kept: false } };
    const { response } = await post(`/p/${LINK}`, [
      ['intent', 'reason'],
      ['words', ''],
    ]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=no-reason`);
    const { html } = await open(`/u/${LINK}?done=no-reason`);
    expect(html).toContain('Nothing was sent');
    expect(html).not.toContain('noted it');
    expect(html).toContain('Too many messages');
  });

  it('takes the form whatever Origin and Host it comes with: the token is the authority (P-7)', async () => {
    for (const origin of ['null', 'https://leave.example.test', 'https://localhost:4000']) {
      expect((await post(`/p/${LINK}`, [['choice', 'ALL_MARKETING']], { origin })).status).toBe(
        303,
      );
    }
  });

  it('shows when the last message may come, with focus on the heading (P-5, X-3)', async () => {
    const inFlight = [{ subject: 'Offers in November', until: '2026-11-24T10:32:30Z' }];
    site.api.answers['Preferences'] = newsletter({ allMarketing: optOut(), inFlight });
    const { html } = await open(`/u/${LINK}?done=left`);
    expect(html).toMatch(/<h1 tabindex="-1" autofocus="">You’re unsubscribed<\/h1>/i);
    expect(html).toContain(
      '“Offers in November”, by 24\u00a0November 2026 at\u00a011:32\u00a0CET at the latest',
    );
  });

  it('never says done where nothing is in force, whatever the address bar says', async () => {
    const { html } = await open(`/u/${LINK}?done=left`);
    expect(html).not.toContain('You’re unsubscribed');
  });

  it('shows the page as it is now where the posted one was outdated', async () => {
    site.api.answers['UpdatePreferences'] = { updatePreferences: { __typename: 'InvalidInput' } };
    const fields: Fields = [
      ['choice', 'SETTINGS'],
      ['shown', 'topic_gone'],
    ];
    const { response } = await post(`/p/${LINK}`, fields);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=outdated`);
  });

  it('starts a double opt-in for the way back, and says that this is all it did (P-12)', async () => {
    site.api.answers['Preferences'] = newsletter({ allMarketing: optOut(), mayReturn: true });
    const { response } = await post(`/p/${LINK}`, [['intent', 'return']]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=return`);
    expect(
      site.api.calls.map(({ operationName, variables }) => [operationName, variables.input]),
    ).toEqual([
      [
        'StartDoubleOptIn',
        { token: LINK, topicId: null, formUrl: 'https://leave.example.test/u/', ...who },
      ],
    ]);
    expect((await open(`/u/${LINK}?done=return`)).html).toContain('Nothing changes until then');
  });

  it.each([
    ['another body', [['subscribe', 'yes']]],
    ['an unknown intent', [['intent', 'subscribe']]],
    ['another page’s button', [['intent', 'confirm']]],
    ['no body', []],
  ] as [string, Fields][])('does nothing for %s', async (_name, fields) => {
    expect((await post(`/p/${LINK}`, fields)).status).toBe(303);
    expect(site.api.mutations()).toEqual([]);
  });

  it('takes no form larger than any of ours', async () => {
    const fields: Fields = [
      ['choice', 'ALL_MARKETING'],
      ['shown', 'x'.repeat(70_000)],
    ];
    await post(`/p/${LINK}`, fields);
    expect(site.api.mutations()).toEqual([]);
  });
});
