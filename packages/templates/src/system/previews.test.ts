import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { looksOf } from '../html/looks.ts';
import { parseHtml, textNodes } from '../html/parse-html.ts';
import { contrastOf, whyHidden } from '../html/visible.ts';
import { PREVIEWS } from './previews.ts';
import { renderSystemMail } from './render-system-mail.tsx';

const all = Object.entries(PREVIEWS).flatMap(([name, preview]) =>
  LANGUAGES.map((language) => ({ name, language, mail: renderSystemMail(preview(language)) })),
);

describe.each(all)('$name in $language', ({ name, language, mail }) => {
  it('says what it said when somebody last read it over', async () => {
    const { subject, text } = await mail;
    await expect(`${subject}\n\n${text}\n`).toMatchFileSnapshot(
      `snapshots/${name}.${language}.txt`,
    );
  });

  it('can be read in light and dark, and by a screen reader (X-4)', async () => {
    const page = parseHtml((await mail).html);
    const looks = looksOf(page);
    expect(looks.some(({ dark }) => dark)).toBe(true);
    for (const look of looks) {
      for (const text of textNodes(page)) {
        if (whyHidden(text, look) === null)
          expect(contrastOf(text, look)).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(page('html').attr('lang')).toBe(language);
    expect(page('title').text()).not.toBe('');
    expect(page('table:not([role="presentation"])')).toHaveLength(0);
    expect(page('link, script, img:not([src^="cid:"]), img:not([alt])')).toHaveLength(0);
    const shown = page('img').toArray();
    const cids = (await mail).pictures.map(({ cid }) => `cid:${cid}`);
    expect(shown.map((img) => page(img).attr('src'))).toEqual(cids);
  });
});

it('has the same bones in every language', async () => {
  for (const preview of Object.values(PREVIEWS)) {
    const bones = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { html } = await renderSystemMail(preview(language));
        return parseHtml(html)('body *')
          .toArray()
          .map((element) => ('name' in element ? element.name : ''));
      }),
    );
    for (const each of bones) expect(each).toEqual(bones[0]);
  }
});
