import { looksOf, mindsDark } from '../html/looks.ts';
import {
  applyEdits,
  type Edit,
  type Page,
  parseHtml,
  placeOfAttribute,
  textNodes,
} from '../html/parse-html.ts';
import { LEAST_CONTRAST, contrastOf, whyHidden } from '../html/visible.ts';
import { OUR_GROUND } from './our-line.ts';

const BLACK = /(?<![\w-])color\s*:\s*(?:#000000|#000|black)\s*(?:;|(?=["']?$))/gi;
const DARK_LINES = `@media (prefers-color-scheme: dark) { .${OUR_GROUND} { background-color:#1c1c1e !important; color:#ffffff !important; } }`;

/**
 * Says which grounds the page is made for. What the author says stands. Where they say nothing, black text on no ground
 * takes the colour of the reader's, and the page is declared for light and dark if all of it can be read on both;
 * otherwise for light alone, so that no client darkens the ground under dark text.
 */
export function declareColourScheme(html: string): string {
  const page = parseHtml(html);
  if (mindsDark(page)) {
    const said = page('meta[name="color-scheme" i]').length > 0;
    return intoHead(html, page, `${said ? '' : metas('light dark')}<style>${DARK_LINES}</style>`);
  }
  const adapted = withoutDefaultBlack(html, page);
  const after = parseHtml(adapted);
  if (!isReadableInDark(after)) return intoHead(html, page, metas('light'));
  return intoHead(
    adapted,
    after,
    `${metas('light dark')}<style>:root { color-scheme: light dark; supported-color-schemes: light dark; } ${DARK_LINES}</style>`,
  );
}

function metas(schemes: string): string {
  return `<meta name="color-scheme" content="${schemes}"><meta name="supported-color-schemes" content="${schemes}">`;
}

function intoHead(html: string, page: Page, more: string): string {
  const head = page('head')[0]?.sourceCodeLocation?.endTag;
  if (!head) return html;
  return html.slice(0, head.startOffset) + more + html.slice(head.startOffset);
}

/** MJML writes black where the author chose no colour. */
function withoutDefaultBlack(html: string, page: Page): string {
  const [bright] = looksOf(page, false);
  const edits: Edit[] = [];
  for (const element of page('[style]').toArray()) {
    BLACK.lastIndex = 0;
    if (!BLACK.test(element.attribs['style']!)) continue;
    const [text] = textNodes(page, element);
    const place = placeOfAttribute(element, 'style');
    if (text === undefined || place === null || bright === undefined) continue;
    if (hasGround(text, bright)) continue;
    const { startOffset: start, endOffset: end } = place;
    edits.push({ start, end, text: html.slice(start, end).replace(BLACK, '') });
  }
  return applyEdits(html, edits);
}

/** Whether anything around the text gives it a ground: what the client paints then makes no difference. */
function hasGround(
  text: Parameters<typeof contrastOf>[0],
  look: Parameters<typeof contrastOf>[1],
): boolean {
  return contrastOf(text, look) === contrastOf(text, { ...look, dark: true });
}

function isReadableInDark(page: Page): boolean {
  return looksOf(page, true)
    .filter(({ dark }) => dark)
    .every((look) =>
      textNodes(page).every(
        (text) => whyHidden(text, look) !== null || (contrastOf(text, look) ?? 0) >= LEAST_CONTRAST,
      ),
    );
}
