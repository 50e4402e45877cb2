import { isText } from 'domhandler';
import type { Template } from 'liquidjs';
import { MERGED } from '../html/hiding.ts';
import { looksOf } from '../html/looks.ts';
import { ancestors, isSeen, type Page, parseHtml, textNodes } from '../html/parse-html.ts';
import { LEAST_CONTRAST, contrastOf, fontSize, type Look, whyHidden } from '../html/visible.ts';
import { type LineStyle, lineClass } from './our-line.ts';
import { outlinesOf, WAY_OUT_URL } from './outline.ts';
import { endOfPreheader } from './preheader.ts';

// The word may be in another language than the mail around it: the reader's counts (H-16), and a screen reader is told.
const linkTo = (url: string, words: string): string =>
  `<a href="{{ ${url} }}" lang="{{ unsubscribe_language }}" style="color:inherit;text-decoration:underline;">{{ ${words} }}</a>`;
const LINK = linkTo('unsubscribe_url', 'unsubscribe_word');
const LINK_BACK = linkTo('subscribe_again_url', 'subscribe_again_words');
const LINK_TO_WEB = linkTo('web_version_url', 'web_version_words');
const PLACEHOLDER = /\{\{-?\s*unsubscribe\s*-?\}\}/g;
const PLACEHOLDER_BACK = /\{\{-?\s*subscribe_again\s*-?\}\}/g;
const PLACEHOLDER_WEB = /\{\{-?\s*web_version\s*-?\}\}/g;
const IN_ATTRIBUTE =
  /=\s*(?:"[^"<>]*|'[^'<>]*)\{\{-?\s*(?:unsubscribe|subscribe_again|web_version)\s*-?\}\}/;

/** Below this a text counts as hidden, whatever stands around it. */
const LEAST_PX = 13;

/** Puts the visible links where the author wrote `{{ unsubscribe }}`, `{{ subscribe_again }}` and `{{ web_version }}`. */
export function placeWayOut(source: string): string {
  return source
    .replace(PLACEHOLDER, LINK)
    .replace(PLACEHOLDER_BACK, LINK_BACK)
    .replace(PLACEHOLDER_WEB, LINK_TO_WEB);
}

/** The same in plain text. */
export function placeWayOutInText(source: string): string {
  return source
    .replace(PLACEHOLDER, '{{ unsubscribe_word }} <{{ unsubscribe_url }}>')
    .replace(PLACEHOLDER_BACK, '{{ subscribe_again_words }} <{{ subscribe_again_url }}>')
    .replace(PLACEHOLDER_WEB, '{{ web_version_words }} <{{ web_version_url }}>');
}

/** Whether the author put the link's markup into an attribute, where it would break the page. */
export function isPlacedInAttribute(source: string): boolean {
  return IN_ATTRIBUTE.test(source);
}

/**
 * Why not every reader would see a way out in this page, for people; null where all would (F1, H-16, H-17). It must
 * stand outside of conditions, and be seen under each of the page's media conditions.
 */
export function whyNoWayOut(page: readonly Template[]): string | null {
  for (const outline of outlinesOf(page)) {
    const reason = whyNotSeen(parseHtml(outline), WAY_OUT_URL);
    if (reason !== null) return reason;
  }
  return null;
}

/** The same of a page as one reader gets it, with their own link. */
export function whyNotSeen(page: Page, wayOutUrl: string): string | null {
  const links = page('a[href]')
    .toArray()
    .filter(({ attribs }) => attribs['href']!.trim() === wayOutUrl);
  if (links.length === 0)
    return 'there is no link to {{ unsubscribe_url }} that every recipient gets';
  const texts = links.flatMap((link) =>
    textNodes(page, link)
      // A value may turn out to be nothing.
      .filter((text) => isSeen(text.data.replaceAll(MERGED, '')))
      .map((text) => ({ link, text })),
  );
  if (texts.length === 0)
    return 'the link has no text of its own to press: images are often not shown, values may be missing';
  for (const look of looksOf(page)) {
    const reasons = texts.map(({ link, text }) => whyFaint(link, text, look));
    if (!reasons.includes(null)) {
      return look.world === '' ? reasons[0]! : `${reasons[0]} (@media ${look.world})`;
    }
  }
  return null;
}

type TextNode = ReturnType<typeof textNodes>[number];

function whyFaint(
  link: Parameters<typeof ancestors>[0],
  text: TextNode,
  look: Look,
): string | null {
  const hidden = whyHidden(text, look);
  if (hidden !== null) return `the link is hidden: ${hidden}`;
  const [size, least] = [fontSize(text, look), Math.max(LEAST_PX, sizeAround(link, look))];
  if (size < least) return `the link is smaller (${size} px) than ${least} px`;
  const contrast = contrastOf(text, look);
  if (contrast === null)
    return 'nobody can tell whether the link stands out from what is behind it';
  if (contrast >= LEAST_CONTRAST) return null;
  return `the link's contrast is ${contrast.toFixed(1)}, less than ${LEAST_CONTRAST}`;
}

/** What a sentence does not reach beyond. */
const BLOCKS = new Set('address article center dd div dt footer li p section td th'.split(' '));

/** The size of the sentence that the link stands in, 0 where it stands alone: a link may not be its small print. */
function sizeAround(link: Parameters<typeof ancestors>[0], look: Look): number {
  for (const element of ancestors(link)) {
    const beside = element.children.find((child) => isText(child) && /\w{3}/.test(child.data));
    if (beside !== undefined) return fontSize(beside, look);
    if (BLOCKS.has(element.name)) break;
  }
  return 0;
}

/** F1, H-17: the line with the way out, at the start of what the page shows. */
export function putWayOutFirst(html: string, style: LineStyle): string {
  const start = endOfPreheader(parseHtml(html));
  if (start === null) return html;
  const line = `<div class="${lineClass(style)}" style="padding:12px 25px;text-align:center;font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;${style}">${LINK}</div>`;
  return html.slice(0, start) + line + html.slice(start);
}

/** The same in plain text. */
export function putWayOutFirstInText(text: string): string {
  return `{{ unsubscribe_word }} <{{ unsubscribe_url }}>\n\n${text}`;
}

/** Whether every recipient of this text gets the link. */
export function hasWayOutInText(text: readonly Template[]): boolean {
  return outlinesOf(text).every((outline) => outline.includes(WAY_OUT_URL));
}
