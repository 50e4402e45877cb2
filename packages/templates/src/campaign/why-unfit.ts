import type { Purpose } from '@adieu/domain';
import { parseHtml } from '../html/parse-html.ts';
import { forbiddenIn } from './document.ts';
import { whyTooDeep, whyTooMuchPage } from './page-limits.ts';
import { whyNotSeen } from './way-out.ts';

/**
 * Why a page may not go out as it is filled for one reader, for people; null where it may: their way out is there and seen
 * (F1, H-16), and nothing in it runs, or comes from elsewhere.
 */
export function whyUnfit(
  html: string,
  { unsubscribeUrl, purpose }: { readonly unsubscribeUrl: string; readonly purpose: Purpose },
): string | null {
  const tooDeep = whyTooDeep(html);
  if (tooDeep !== null) return tooDeep;
  const page = parseHtml(html);
  const tooMuch = whyTooMuchPage(page) ?? forbiddenIn(page)[0]?.message;
  if (tooMuch !== undefined) return tooMuch;
  return purpose === 'TRANSACTIONAL' ? null : whyNotSeen(page, unsubscribeUrl);
}
