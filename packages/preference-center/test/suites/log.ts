import { describe, expect, it } from 'vitest';
import { LINK, RETURN_LINK } from '../samples.ts';
import { open, post, site } from '../site.ts';

describe('the log', () => {
  it('holds neither token nor address, in good and in bad times (O-13)', async () => {
    await open(`/u/${LINK}`);
    site.api.answers['Preferences'] = 'errors';
    await open(`/u/${LINK}`);
    site.api.answers['Leave'] = 'hang up';
    await post(`/p/${LINK}`, [['choice', 'ALL_MARKETING']]);
    await open('/u/anna.svensson@example.test');
    await expect.poll(() => site.server.log()).toContain('"route":"/p/:token","status":503');
    expect(site.server.log()).not.toContain(LINK);
    expect(site.server.log()).not.toContain(RETURN_LINK);
    expect(site.server.log()).not.toContain('svensson');
  });
});
