import type { Language } from '@adieu/domain';
import { parseHtml } from '../html/parse-html.ts';
import { compileMjml } from './compile-mjml.ts';
import { declareColourScheme } from './dark-mode.ts';
import { asDocument, forbiddenIn } from './document.ts';
import { inFigures, MAIL_LIMITS } from './limits.ts';
import { LIQUID_IN_STYLE, type LiquidPlaces, liquidPlaces } from './liquid-places.ts';
import { liquidInMjmlStyle } from './mjml-styles.ts';
import { whyTooDeep, whyTooMuchPage } from './page-limits.ts';
import { protectUrls } from './protect-urls.ts';
import type { ReadSource, Slip } from './read-source.ts';
import { mjmlLeft } from './unclosed-mjml.ts';
import { placeWayOut } from './way-out.ts';

/** What an author wrote, made into a whole page; or all that is wrong with it. */
export async function makePage(
  source: ReadSource,
  language: Language,
): Promise<{ html: string; isWhole: boolean } | readonly Slip[]> {
  const { part, body, whole } = source;
  const placed = placeWayOut(whole);
  const { html, errors } =
    part === 'mjml' ? await compileMjml(placed, language) : { html: placed, errors: [] };
  if (errors.length > 0) return errors;
  if (html.length > MAIL_LIMITS.page)
    return [about(`the page has more than ${inFigures(MAIL_LIMITS.page)} characters: shorten it`)];
  const tooDeep = whyTooDeep(html);
  if (tooDeep !== null) return [about(tooDeep)];
  const wrong = new Set<string>();
  const page = parseHtml(html, (code) => wrong.add(code));
  if (wrong.has('eof-in-tag')) return [about(UNCLOSED)];
  const tooMuch = whyTooMuchPage(page);
  if (tooMuch !== null) return [about(tooMuch)];
  const places = placesIn(html);
  if ('message' in places) return [places];
  const slips = [
    ...forbiddenIn(page),
    ...(part === 'mjml' ? slipsOfMjml(whole, html) : []),
    ...places.slips,
  ];
  // The compiled page's lines are not the author's.
  const first = new Map(slips.toReversed().map((slip) => [slip.message, slip]));
  if (first.size > 0)
    return [...first.values()]
      .toReversed()
      .map(({ needle, message }) => ({ line: lineOf(body, needle), message }));
  if (wrong.has('eof-in-comment')) return [about(OPEN_COMMENT)];
  return {
    html: declareColourScheme(asDocument(protectUrls(html), language)),
    isWhole: places.isWhole,
  };
}

/** All from there on is gone for its reader; and what a mail ends with, of ours, would stand in that tag. */
const UNCLOSED = 'a tag, or a quote within one, is not closed: all behind it is lost';
const OPEN_COMMENT = 'a comment is not closed: all behind it is lost';

const about = (message: string): Slip => ({ line: null, message });

/** MJML may have moved or dropped half of a condition. */
function placesIn(html: string): LiquidPlaces | Slip {
  try {
    return liquidPlaces(html);
  } catch (error) {
    return about(error instanceof Error ? error.message.replace(/, line:.*$/, '') : String(error));
  }
}

function slipsOfMjml(source: string, html: string): { needle: string; message: string }[] {
  const [left, styled] = [mjmlLeft(html), liquidInMjmlStyle(source)];
  return [
    ...(left === null ? [] : [left]),
    ...(styled === null ? [] : [{ needle: styled, message: LIQUID_IN_STYLE }]),
  ];
}

function lineOf(authored: string, needle: string): number | null {
  const at = authored.toLowerCase().indexOf(needle.toLowerCase());
  return at < 0 ? null : authored.slice(0, at).split('\n').length;
}
