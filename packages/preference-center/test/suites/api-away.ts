import { describe, expect, it } from 'vitest';
import { LINK, RETURN_LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

describe('the API away', () => {
  it.each(['hang up', 'errors'])(
    'is told, with nothing lost or changed, and when to come back (%s)',
    async (fault) => {
      site.api.answers['Preferences'] = fault;
      const { status, response, html } = await open(`/u/${LINK}`);
      expect([status, response.headers.get('retry-after')]).toEqual([503, '30']);
      expect(html).toContain('Nothing was changed and nothing is lost');
    },
  );

  it.each(['hang up', 'errors'])(
    'never pretends that a choice was saved, and offers it again (%s)',
    async (fault) => {
      site.api.answers['UpdatePreferences'] = fault;
      const { status, html } = await post(`/p/${LINK}`, [
        ['choice', 'SETTINGS'],
        ['shown', 'topic_2'],
      ]);
      expect(status).toBe(503);
      expect(html).toContain('We couldn’t make sure that your choice was saved');
      expect(html).toContain(`action="/p/${LINK}"`);
      expect(html).toContain('<input type="hidden" name="shown" value="topic_2"/>');
      expect(buttons(html)).toEqual(['Send again']);
    },
  );

  it('does not confirm a double opt-in either', async () => {
    site.api.answers['ConfirmDoubleOptIn'] = 'hang up';
    const { status, html } = await post(`/o/${RETURN_LINK}`, [['intent', 'confirm']]);
    expect([status, buttons(html)]).toEqual([503, ['Send again']]);
  });

  it('does not make this process unhealthy', async () => {
    expect((await open('/healthz')).html).toBe('ok\n');
  });

  it('shows a page, not a stack, where an answer is not what was agreed', async () => {
    site.api.answers['Preferences'] = { preferences: { __typename: 'PreferenceView' } };
    const { status, html } = await open(`/u/${LINK}`);
    expect(status).toBe(500);
    expect(html).toContain('This page can’t be shown right now');
    expect(html).not.toMatch(/Error|node_modules|\bat /);
    await expect.poll(() => site.server.log()).toContain('a page failed');
  });
});
