import { LANGUAGES } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { DOUBLE_OPT_IN, LINK, newsletter, RETURN_LINK } from '../samples.ts';
import { buttons, open, site } from '../site.ts';

describe.each(LANGUAGES)('in %s (P-11)', (language) => {
  it('every page is in the recipient’s language, and says so', async () => {
    site.api.answers['Preferences'] = newsletter({ language });
    site.api.answers['DoubleOptIn'] = { doubleOptIn: { ...DOUBLE_OPT_IN, language } };
    const headers = { 'accept-language': 'fr' };
    const page = (await open(`/u/${LINK}`, { headers })).html;
    expect(page).toContain(`<html lang="${language}">`);
    expect(buttons(page)[0]).toBe(PAGE_MESSAGES[language].leaveAll('Fjordkraft'));
    const confirm = (await open(`/o/${RETURN_LINK}`, { headers })).html;
    expect(confirm).toContain(`<html lang="${language}">`);
    expect(buttons(confirm)).toEqual([PAGE_MESSAGES[language].confirmButton]);
  });

  it('where no recipient is known, the browser’s language counts', async () => {
    const { html } = await open('/u/nonsense', {
      headers: { 'accept-language': `fr, ${language};q=0.8` },
    });
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(PAGE_MESSAGES[language].notFound);
  });
});
