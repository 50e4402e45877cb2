import { beforeEach, describe, expect, it } from 'vitest';
import { LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

const FIELDS = [
  ['organisation', ' Fjordkraft '],
  ['country', ''],
  ['language', 'sv'],
  ['senderAddress', 'news@fjordkraft.example.test'],
  ['rule', 'SERVICE_REVIEW'],
  ['memberName', 'Eva'],
  ['memberAddress', 'eva@fjordkraft.example.test'],
  ['key', 'on'],
] as const;

describe('the page that sets up an empty installation', () => {
  beforeEach(() => {
    site.api.answers['Setup'] = { setup: 'OPEN' };
  });

  it('is one form without a script; opening it begins nothing (O-5)', async () => {
    const { html, status } = await open(`/setup/${LINK}?lang=en`);
    expect([status, buttons(html)]).toEqual([200, ['Begin']]);
    expect(html).not.toContain('<script');
    expect(site.api.mutations()).toEqual([]);
  });

  it('passes on what was typed, and shows the key in that answer alone', async () => {
    const done = { __typename: 'SetUpDone', addressBookId: 'book_1', apiKey: 'adieu_admin_x' };
    site.api.answers['SetUp'] = { setUp: done };
    const { html, response } = await post(`/setup/${LINK}?lang=en`, FIELDS);
    expect(html).toContain('<code id="key">adieu_admin_x</code>');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      {
        token: LINK,
        organisation: 'Fjordkraft',
        language: 'sv',
        senderAddress: 'news@fjordkraft.example.test',
        rule: 'SERVICE_REVIEW',
        memberName: 'Eva',
        memberAddress: 'eva@fjordkraft.example.test',
        key: true,
      },
    ]);
  });

  it('tells beside its field what can not be taken, and keeps what was typed', async () => {
    const problem = { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'country' };
    site.api.answers['SetUp'] = { setUp: problem };
    const { html, status } = await post(`/setup/${LINK}?lang=en`, [...FIELDS, ['book', 'Mine']]);
    expect(status).toBe(422);
    expect(html).toContain('id="country-error"');
    expect(html).toContain('value="Fjordkraft"');
    expect(html).toContain('value="Mine"');
  });

  it('says that it is done, also to who was slower, and knows no other link', async () => {
    site.api.answers['SetUp'] = { setUp: { __typename: 'Conflict', code: 'ALREADY_BEGUN' } };
    site.api.answers['Setup'] = { setup: 'DONE' };
    expect((await open(`/setup/${LINK}?lang=en`)).html).toContain('already set up');
    expect((await post(`/setup/${LINK}?lang=en`, FIELDS)).html).toContain('already set up');
    site.api.answers['Setup'] = { setup: null };
    expect((await open(`/setup/${LINK}`)).status).toBe(404);
    expect((await open('/setup/x')).status).toBe(404);
  });
});
