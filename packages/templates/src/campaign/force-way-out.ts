import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';
import { putIdentityInText } from './identity.ts';
import { LINE_STYLES, type LineStyle } from './our-line.ts';
import type { CampaignSource, Identity } from './source.ts';
import { hasWayOutInText, putWayOutFirst, putWayOutFirstInText, whyNoWayOut } from './way-out.ts';

/** The plainest look of our own lines that every reader of the page can read; null where none can be read. */
export function lineStyleFor(page: string): LineStyle | null {
  return LINE_STYLES.find((each) => judge(putWayOutFirst(page, each)) === null) ?? null;
}

/**
 * F1, H-17: the page with a way out that is seen. Where it stands is the author's choice only as long as it is seen
 * there; a page that hides even the line at its start is refused.
 */
export function forceWayOut(
  { header, purpose }: CampaignSource,
  authored: string,
  { page: html, style }: { page: string; style: LineStyle | null },
): { html: string; replaced: string | null } | { line: null; message: string } {
  if (purpose === 'TRANSACTIONAL') return { html, replaced: null };
  const places = header ?? (/\{\{-?\s*unsubscribe(?:_url)?\b/.test(authored) ? 'PLACED' : 'TOP');
  const replaced = places === 'TOP' ? null : judge(html);
  if (places !== 'TOP' && replaced === null) return { html, replaced: null };
  if (style !== null) return { html: putWayOutFirst(html, style), replaced };
  const still = judge(putWayOutFirst(html, LINE_STYLES.at(-1)!));
  return { line: null, message: `the way out can not be seen, wherever it stands: ${still}` };
}

function judge(page: string): string | null {
  const parsed = parseLiquid(htmlLiquid, page);
  return 'message' in parsed ? parsed.message : whyNoWayOut(parsed.template);
}

export function forceWayOutInText(
  { purpose }: CampaignSource,
  given: string,
  identity: Identity | null,
): string {
  const text = putIdentityInText(given, identity);
  if (purpose === 'TRANSACTIONAL') return text;
  const parsed = parseLiquid(textLiquid, text);
  return 'template' in parsed && hasWayOutInText(parsed.template)
    ? text
    : putWayOutFirstInText(text);
}
