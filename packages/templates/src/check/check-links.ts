import type { Element } from 'domhandler';
import { textOfNode } from './text-of-node.ts';
import { WAY_OUT_URL } from '../campaign/outline.ts';
import { MERGED } from '../html/hiding.ts';
import type { Finding } from './finding.ts';
import type { VariantPage } from './variant-page.ts';
import { EMPTY_LINK_TEXTS } from './phrases.ts';

const HTTPS = 'Write the whole address, beginning with https://.';
const OTHER_SCHEMES = ['mailto:', 'tel:', 'sms:'];
const LOCAL =
  /^(?:localhost|.*\.(?:localhost|local|internal|test|example|invalid)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*\])$/;

/** Links and images that lead nowhere, or say nothing. */
export function checkLinks(
  page: VariantPage,
  context: { readonly production: boolean },
): Finding[] {
  return page.elements('a[href], area[href]').flatMap((link) => {
    const href = link.attribs['href']!.trim();
    const found = checkUrl(page, link, href, context.production);
    const text = textOfNode(link)
      .toLowerCase()
      .replace(/[\s.!…:»›→>]+$/u, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (EMPTY_LINK_TEXTS.has(text)) {
      found.push(
        page.finding(
          'WARNING',
          'LINK_TEXT_SAYS_NOTHING',
          link,
          textOfNode(link),
          `the link text “${text}” does not say where it leads`,
          'Name what is behind it: people and screen readers go from link to link.',
        ),
      );
    }
    const hasName = text !== '' || page.page(link).find('img[alt]:not([alt=""])').length > 0;
    if (!hasName && !href.includes(WAY_OUT_URL)) {
      found.push(
        page.finding(
          'WARNING',
          'LINK_TEXT_SAYS_NOTHING',
          link,
          href,
          'the link has no text',
          'Give it words, or its image an alt text.',
        ),
      );
    }
    return found;
  });
}

/** Every image has an address on the web and a text in its place. */
export function checkImages(
  page: VariantPage,
  context: { readonly production: boolean },
): Finding[] {
  const images = page.elements('img').flatMap((image) => {
    const src = image.attribs['src']?.trim() ?? '';
    const inLink = page.page(image).closest('a').length > 0;
    const alt = image.attribs['alt'];
    const found: Finding[] = [];
    if (/^(?:data|cid|blob|file):/i.test(src)) {
      found.push(
        page.finding(
          'ERROR',
          'IMAGE_NOT_BY_URL',
          image,
          'src',
          'the image is not given by an address on the web',
          'Put it on a web server and give its https address: mail clients do not show it otherwise.',
        ),
      );
    } else found.push(...checkUrl(page, image, src, context.production));
    if (page.variant.sources.part === 'html') found.push(...checkDimensions(page, image));
    if (
      page.variant.sources.part === 'html' &&
      (alt === undefined || (alt.trim() === '' && inLink))
    ) {
      found.push(altMissing(page, image, src));
    }
    return found;
  });
  if (page.variant.sources.part === 'html') return images;
  // MJML writes alt="" where the author wrote none.
  const bare = [...page.variant.sources.body.matchAll(MJ_IMAGE)]
    .map(([tag]) => tag)
    .filter((tag) => !/\balt\s*=/.test(tag));
  // MJML narrows a picture to its column, and keeps its height.
  const huge = [...page.variant.sources.body.matchAll(MJ_IMAGE)]
    .map(([tag]) => tag)
    .filter((tag) =>
      isHuge((name) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1]),
    );
  return [
    ...images,
    ...bare.map((tag) => altMissing(page, null, tag)),
    ...huge.map((tag) => tooLarge(page, null, tag)),
  ];
}

const MJ_IMAGE = /<mj-image\b(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
/** Twice the width of a mail, and more height than anybody scrolls through one picture. */
const WIDEST_PX = 1_200;
const TALLEST_PX = 4_000;

function checkDimensions(page: VariantPage, image: Element): Finding[] {
  const { style = '', src = '' } = image.attribs;
  const sizeOf = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'i').exec(style)?.[1] ?? image.attribs[name];
  return isHuge(sizeOf) ? [tooLarge(page, image, src)] : [];
}

function isHuge(sizeOf: (name: 'width' | 'height') => string | undefined): boolean {
  const pixels = (name: 'width' | 'height'): number =>
    Number(/^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/i.exec(sizeOf(name) ?? '')?.[1] ?? 0);
  return pixels('width') > WIDEST_PX || pixels('height') > TALLEST_PX;
}

function tooLarge(page: VariantPage, image: Element | null, needle: string): Finding {
  return page.finding(
    'WARNING',
    'IMAGE_TOO_LARGE',
    image,
    needle,
    `the image is more than ${WIDEST_PX} px wide or ${TALLEST_PX} px high: readers would have to scroll sideways, or for ever`,
    'Give it the width at which it is shown, at most that of the mail: 600 px is usual.',
  );
}

function altMissing(
  page: VariantPage,
  image: Parameters<VariantPage['finding']>[2],
  needle: string,
): Finding {
  return page.finding(
    'ERROR',
    'ALT_MISSING',
    image,
    needle,
    'the image has no text in its place (alt)',
    'Say in alt what it shows; alt="" for mere decoration that is not in a link.',
  );
}

function checkUrl(
  page: VariantPage,
  element: Parameters<VariantPage['finding']>[2],
  value: string,
  production: boolean,
): Finding[] {
  const error = (code: Finding['code'], message: string, fix: string): Finding[] => [
    page.finding('ERROR', code, element, value, message, fix),
  ];
  if (value === '' || value === '#') return error('LINK_EMPTY', 'the address is empty', HTTPS);
  // Merged ones are checked for each recipient, as they are filled.
  if (value.startsWith(MERGED) || value.startsWith('#')) return [];
  const url = URL.parse(value);
  if (url === null) return error('LINK_UNREADABLE', 'the address can not be read', HTTPS);
  if (OTHER_SCHEMES.includes(url.protocol)) return [];
  if (url.protocol !== 'https:') {
    return error('LINK_NOT_HTTPS', `the address begins with ${url.protocol}, not https:`, HTTPS);
  }
  if (url.hostname === 'adieu.invalid' || !LOCAL.test(url.hostname) || !production) return [];
  return error(
    'LINK_NOT_PUBLIC',
    `nobody but you can reach ${url.hostname}`,
    'Give the public address.',
  );
}
