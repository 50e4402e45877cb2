import { looksOf } from '../html/looks.ts';
import { parseHtml, textNodes } from '../html/parse-html.ts';
import { LEAST_CONTRAST, contrastOf, whyHidden } from '../html/visible.ts';
import { htmlLiquid, parseLiquid } from './liquid.ts';
import { LINE_STYLES, type LineStyle, OUR_LINE } from './our-line.ts';
import { outlinesOf } from './outline.ts';

/**
 * The plainest look in which every reader can read lines of ours where `put` puts them, in light and dark; null where
 * none can be read there. Judged by themselves: that the page's own words are read says nothing about ours.
 */
export function lineStyleFor(put: (style: LineStyle) => string): LineStyle | null {
  return LINE_STYLES.find((style) => areLinesRead(put(style))) ?? null;
}

function areLinesRead(source: string): boolean {
  const parsed = parseLiquid(htmlLiquid, source);
  return 'template' in parsed && outlinesOf(parsed.template).every(isReadIn);
}

function isReadIn(html: string): boolean {
  const page = parseHtml(html);
  const texts = page(`.${OUR_LINE}`)
    .toArray()
    .flatMap((line) => textNodes(page, line));
  return looksOf(page).every((look) =>
    texts.every(
      (text) => whyHidden(text, look) === null && (contrastOf(text, look) ?? 0) >= LEAST_CONTRAST,
    ),
  );
}
