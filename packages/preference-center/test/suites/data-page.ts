import { beforeEach, describe, expect, it } from 'vitest';
import { LINK, PERSONAL_DATA, RETURN_LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

describe('one’s own data (P5)', () => {
  beforeEach(() => {
    site.api.answers['AskForData'] = { askForData: { __typename: 'DataLinkAsked' } };
    site.api.answers['PersonalData'] = { personalData: PERSONAL_DATA };
    site.api.answers['PersonalDataFile'] = { personalData: { json: '{"address":"x"}' } };
    site.api.answers['EraseMe'] = { eraseMe: { __typename: 'Erased', allMarketingLeft: true } };
  });

  it('is asked for from the page of a message, and goes to the address by mail', async () => {
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('right to object');
    const { response } = await post(`/p/${LINK}`, [
      ['intent', 'data'],
      ['language', 'en'],
    ]);
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=data`);
    const asked = (await open(`/u/${LINK}?done=data`)).html;
    expect(asked).toContain('to your data to an•••@ex•••.test');
    expect(asked).toContain('If possible');
  });

  it('is shown in numbers, taken as a file, and erased by its own button alone', async () => {
    const { html } = await open(`/d/${RETURN_LINK}`);
    expect(buttons(html)).toEqual(['Erase my data']);
    expect(html).not.toContain('@example.test');
    const file = await open(`/d/${RETURN_LINK}/data.json`);
    expect(file.response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(file.html).toBe('{"address":"x"}');
    await post(`/d/${RETURN_LINK}`, [['something', 'else']]);
    expect(site.api.mutations()).toEqual([]);
    const erased = await post(`/d/${RETURN_LINK}`, [['intent', 'erase']]);
    expect(erased.html).toContain('You get no more marketing from Fjordkraft Kooperativ');
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      { token: RETURN_LINK, leaveAllMarketing: false },
    ]);
  });

  it('offers to leave too where nothing was left, and tells what came of it, not what was pressed (G-3)', async () => {
    site.api.answers['PersonalData'] = { personalData: { ...PERSONAL_DATA, leftSomething: false } };
    const { html } = await open(`/d/${RETURN_LINK}`);
    expect(buttons(html)).toEqual(['Stop all marketing and erase my data', 'Only erase my data']);
    expect(html).toContain('may write to you again once a list names you again');
    await post(`/d/${RETURN_LINK}`, [['intent', 'leave-and-erase']]);
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      { token: RETURN_LINK, leaveAllMarketing: true },
    ]);
    site.api.answers['EraseMe'] = { eraseMe: { __typename: 'Erased', allMarketingLeft: false } };
    const alone = await post(`/d/${RETURN_LINK}`, [['intent', 'erase']]);
    expect(alone.html).toContain(
      'if a list names you again, Fjordkraft Kooperativ may write to you',
    );
  });

  it('says nothing by a link that has ended', async () => {
    site.api.answers['PersonalData'] = { personalData: null };
    site.api.answers['PersonalDataFile'] = { personalData: null };
    expect((await open(`/d/${RETURN_LINK}`)).status).toBe(404);
    expect((await open(`/d/${RETURN_LINK}/data.json`)).status).toBe(303);
    expect((await post(`/d/${RETURN_LINK}`, [['intent', 'erase']])).status).toBe(404);
  });

  it('is never pretended to be erased while the API is away', async () => {
    site.api.answers['EraseMe'] = 'hang up';
    const { status, html } = await post(`/d/${RETURN_LINK}`, [['intent', 'erase']]);
    expect([status, buttons(html)]).toEqual([503, ['Send again']]);
  });
});
