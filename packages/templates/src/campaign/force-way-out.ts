import type { CampaignIdentity } from '@adieu/domain';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';
import { putIdentityInText } from './identity.ts';
import { lineStyleFor } from './line-style.ts';
import { LINE_STYLES } from './our-line.ts';
import type { CampaignSource } from './source.ts';
import { hasWayOutInText, putWayOutFirst, putWayOutFirstInText, whyNoWayOut } from './way-out.ts';

/**
 * F1, H-17: the page with a way out that is seen. Where it stands is the author's choice only as long as it is seen
 * there; a page that hides even the line at its start is refused.
 */
export function forceWayOut(
  { header, purpose }: CampaignSource,
  authored: string,
  html: string,
): { html: string; replaced: string | null } | { line: null; message: string } {
  if (purpose === 'TRANSACTIONAL') return { html, replaced: null };
  const places = header ?? (/\{\{-?\s*unsubscribe(?:_url)?\b/.test(authored) ? 'PLACED' : 'TOP');
  const replaced = places === 'TOP' ? null : judge(html);
  if (places !== 'TOP' && replaced === null) return { html, replaced: null };
  const style = lineStyleFor((each) => putWayOutFirst(html, each)) ?? LINE_STYLES.at(-1)!;
  const first = putWayOutFirst(html, style);
  const still = judge(first);
  if (still === null) return { html: first, replaced };
  return { line: null, message: `the way out can not be seen, wherever it stands: ${still}` };
}

function judge(page: string): string | null {
  const parsed = parseLiquid(htmlLiquid, page);
  return 'message' in parsed ? parsed.message : whyNoWayOut(parsed.template);
}

export function forceWayOutInText(
  { purpose }: CampaignSource,
  given: string,
  identity: CampaignIdentity | null,
): string {
  const text = putIdentityInText(given, identity);
  if (purpose === 'TRANSACTIONAL') return text;
  const parsed = parseLiquid(textLiquid, text);
  return 'template' in parsed && hasWayOutInText(parsed.template)
    ? text
    : putWayOutFirstInText(text);
}
