import { beforeEach, describe, expect, it } from 'vitest';
import { LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

const FIELDS = [
  ['organisation', ' Fjordkraft '],
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
    const done = {
      __typename: 'SetUpDone',
      addressBookId: 'book_1',
      apiKey: 'adieu_campaigner_x',
      adminApiKey: null,
    };
    site.api.answers['SetUp'] = { setUp: done };
    const { html, response } = await post(`/setup/${LINK}?lang=en`, FIELDS);
    expect(html).toContain('<code id="key">adieu_campaigner_x</code>');
    expect(html).not.toContain('id="admin-key"');
    expect(html).toContain(
      'ADIEU_URL=https://leave.example.test/graphql ADIEU_BOOK=book_1 ADIEU_API_KEY=adieu_campaigner_x npm run adieu -- campaign send',
    );
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
        adminKey: false,
      },
    ]);
  });

  it('tells beside their fields all that can not be taken at once, and keeps what was typed', async () => {
    const fields = ['timeZone', 'senderAddress'];
    const problem = { __typename: 'WrongFields', code: 'INVALID_INPUT', field: fields[0], fields };
    site.api.answers['SetUp'] = { setUp: problem };
    const { html, status } = await post(`/setup/${LINK}?lang=en`, [
      ...FIELDS,
      ['book', 'Mine'],
      ['country', 'PT'],
    ]);
    expect(status).toBe(422);
    expect(html).toContain('id="timeZone-error">This country has several time zones');
    expect(html).toContain('id="senderAddress-error"');
    expect(html.match(/autofocus/gi)).toHaveLength(1);
    expect(html).toMatch(/<option value="PT" selected="">Portugal</);
    // Those of the country come first.
    expect(html).toMatch(/That of the country<\/option><option>Atlantic\/Azores</);
    expect(html).toContain('value="Fjordkraft"');
    expect(html).toContain('value="Mine"');
  });

  it('says before it is sent that the zone has to be chosen, where the browser’s country has several', async () => {
    const headers = { 'accept-language': 'en-US,en;q=0.9' };
    const { html } = await open(`/setup/${LINK}`, { headers });
    expect(html).toMatch(/<label for="timeZone">Time zone<span class="needed"/);
    expect(html).toMatch(/<select[^>]*id="timeZone"[^>]*required/);
    const { html: swedish } = await open(`/setup/${LINK}?lang=sv`);
    expect(swedish).not.toMatch(/<select[^>]*id="timeZone"[^>]*required/);
  });

  it('marks what has to be said, and has the country of the browser’s language chosen', async () => {
    const headers = { 'accept-language': 'sv-FI,sv;q=0.9' };
    const { html } = await open(`/setup/${LINK}`, { headers });
    expect(html.match(/måste fyllas i/g)).toHaveLength(4);
    expect(html.match(/<(?:input|select)[^>]* required/g)).toHaveLength(4);
    expect(html).toContain('<option value="FI" selected="">Finland</option>');
    expect(html).toContain('<option value="DE">Tyskland</option>');
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
