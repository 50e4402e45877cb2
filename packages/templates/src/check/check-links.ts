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
  const bare = [...page.variant.sources.body.matchAll(/<mj-image\b(?:"[^"]*"|'[^']*'|[^>"'])*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\balt\s*=/.test(tag));
  return [...images, ...bare.map((tag) => altMissing(page, null, tag))];
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
