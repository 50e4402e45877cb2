import { describe, expect, it } from 'vitest';
import { DOUBLE_OPT_IN, LINK_STATES, RETURN_LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

const PATH = `/o/${RETURN_LINK}`;
type State = keyof typeof LINK_STATES;
const shows = (state: State): void => {
  site.api.answers['DoubleOptIn'] = { doubleOptIn: LINK_STATES[state] };
};

describe('the double opt-in page', () => {
  it('shows the declaration, its scope, the masked address, and what to do if it was not you', async () => {
    const { html, status } = await open(PATH);
    expect(status).toBe(200);
    expect(html).toContain(`<blockquote>${DOUBLE_OPT_IN.declaration}</blockquote>`);
    expect(html).toContain('receive this at this address: “Newsletter” from Fjordkraft.');
    expect(html).toContain('an•••@ex•••.test');
    expect(html).toContain('the link expires on 1\u00a0December 2026 at\u00a011:32\u00a0CET');
    expect(buttons(html)).toEqual(['Yes, I agree']);
  });

  it('does not say that a sender sends itself', async () => {
    const scope = { kind: 'ACCOUNT', id: 'account_1', name: 'Fjordkraft' } as const;
    site.api.answers['DoubleOptIn'] = { doubleOptIn: { ...DOUBLE_OPT_IN, scope } };
    expect((await open(PATH)).html).toContain(
      'receive this at this address: marketing from Fjordkraft.',
    );
  });

  it('confirms on POST alone, by the button of its page', async () => {
    await open(PATH);
    await post(PATH, [['intent', 'other']]);
    expect(site.api.mutations()).toEqual([]);
    await post(PATH, [['intent', 'confirm']]);
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      { token: RETURN_LINK, origin: '203.0.113.9', userAgent: 'Lynx' },
    ]);
  });
});

const TABLE: readonly (readonly [State, string, string, readonly string[]])[] = [
  ['OPEN', 'Please confirm', 'Somebody asked', ['Yes, I agree']],
  [
    'CONFIRMED',
    'Confirmed',
    '24\u00a0November 2026 at\u00a011:40\u00a0CET',
    ['Get “Surveys” again'],
  ],
  [
    'LEFT_AGAIN',
    'A later choice applies',
    'On 25\u00a0November 2026 at\u00a011:40\u00a0CET you asked to unsubscribe',
    ['Send me a new link'],
  ],
  [
    'SUPERSEDED',
    'A later choice applies',
    'this link no longer changes anything',
    ['Send me a new link'],
  ],
  ['ENDED', 'This link has expired', 'Nothing was changed.', ['Send me a new link']],
  ['ARCHIVED', '“Newsletter” is no longer sent', 'discontinued', []],
];

describe('a confirmation link says how things are, not what was pressed', () => {
  it('in every state', () => {
    expect(TABLE.map(([state]) => state)).toEqual(Object.keys(LINK_STATES));
  });

  it.each(TABLE)('%s, opened or pressed', async (state, heading, text, offered) => {
    shows(state);
    site.api.answers['ConfirmDoubleOptIn'] = {
      confirmDoubleOptIn: { __typename: 'DoubleOptInConfirmed' },
    };
    for (const { html, status } of [await open(PATH), await post(PATH, [['intent', 'confirm']])]) {
      expect(status).toBe(200);
      expect(html).toMatch(new RegExp(`<h1[^>]*>${heading}</h1>`));
      expect(html).toContain(text);
      expect(buttons(html)).toEqual(offered);
      expect(html).not.toMatch(/earlier message/);
    }
  });

  it('sends nobody to an earlier message where it opens nothing, unknown and malformed alike (O-9)', async () => {
    const unknown = [`/o/${'A'.repeat(43)}`, '/o/short'];
    const answers = await Promise.all(
      unknown.flatMap((path) => [open(path), post(path, [['intent', 'confirm']])]),
    );
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    for (const { html, status } of answers) {
      expect(status).toBe(404);
      expect(html).toContain('You can ask for a new one where you asked for this one.');
      expect(html).not.toContain('unsubscribe button');
    }
  });

  it('names what stays off beside what was confirmed, and until when a pause of theirs lasts', async () => {
    shows('CONFIRMED');
    const { html } = await open(PATH);
    expect(html).toContain('All other marketing from Fjordkraft, since');
    expect(html).toContain('Surveys, since');
    expect(html).toContain('24\u00a0December 2026');
  });

  it.each([
    ['ENDED', ['intent', 'return'], { kind: 'BOOK', id: 'book_1' }],
    ['CONFIRMED', ['again', 'topic_3'], { kind: 'TOPIC', id: 'topic_3' }],
  ] as const)('asks once more where it is %s', async (state, field, scope) => {
    shows(state);
    site.api.answers['StartDoubleOptIn'] = {
      startDoubleOptIn: { __typename: 'DoubleOptInStarted' },
    };
    const { html } = await post(PATH, [field]);
    expect(html).toContain('<h1 tabindex="-1" autofocus="">');
    expect(html).toContain('an•••@ex•••.test');
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      expect.objectContaining({ confirmationToken: RETURN_LINK, scope }),
    ]);
  });

  it('asks for nothing that it did not show', async () => {
    shows('CONFIRMED');
    await post(PATH, [['again', 'topic_9']]);
    expect(site.api.mutations()).toEqual([]);
  });
});
