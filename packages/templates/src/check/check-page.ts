import { MERGED } from '../html/hiding.ts';
import { LEAST_CONTRAST, contrastOf, fontSize } from '../html/visible.ts';
import type { Finding } from './finding.ts';
import { textOfNode } from './text-of-node.ts';
import type { VariantPage } from './variant-page.ts';

/** Gmail cuts a mail off there, and what stands at its end with it. */
const CLIPPED_BYTES = 102 * 1024;
const LEAST_CONTRAST_LARGE = 3;
const LARGE_PX = 24;
const LEAST_LETTERS = 30;

/** Size, readability, and what a screen reader needs. */
export function checkPage(page: VariantPage): Finding[] {
  return [...checkSize(page), ...checkText(page), ...checkContrast(page), ...checkMarkup(page)];
}

function checkSize(page: VariantPage): Finding[] {
  const bytes = Buffer.byteLength(page.variant.kept.html);
  if (bytes < CLIPPED_BYTES) return [];
  const size = Math.round(bytes / 1024);
  return [
    page.finding(
      'WARNING',
      'TOO_LARGE',
      null,
      null,
      `the HTML has ${size} kB; from 102 kB on Gmail cuts it off`,
      'Shorten it, or leave out styles that are not used.',
    ),
  ];
}

function checkText(page: VariantPage): Finding[] {
  const texts = page.texts().map(({ data }) => data.replaceAll(MERGED, ''));
  const letters = texts.join(' ').match(/\p{L}/gu)?.length ?? 0;
  if (page.elements('img').length === 0 || letters >= LEAST_LETTERS) return [];
  return [
    page.finding(
      'WARNING',
      'IMAGES_ONLY',
      page.elements('img')[0]!,
      null,
      'the mail is all image: where images are not shown it is empty, and filters take it for spam',
      'Write what it says as text.',
    ),
  ];
}

function checkContrast(page: VariantPage): Finding[] {
  const seen = new Set<string>();
  return page.texts().flatMap((text) => {
    const contrast = contrastOf(text, page.look);
    const least = fontSize(text, page.look) >= LARGE_PX ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST;
    // Where the ground is an image nobody can compute it.
    if (contrast === null || contrast >= least || seen.has(contrast.toFixed(2))) return [];
    seen.add(contrast.toFixed(2));
    const words = text.data.trim().replaceAll(MERGED, '…').slice(0, 40);
    return [
      page.finding(
        'WARNING',
        'CONTRAST_LOW',
        text,
        text.data,
        `“${words}” has a contrast of ${contrast.toFixed(1)} to its ground, less than ${least}`,
        'Take a darker text or a lighter ground, or the other way round.',
      ),
    ];
  });
}

function checkMarkup(page: VariantPage): Finding[] {
  if (page.variant.sources.part === 'mjml') return [];
  const found: Finding[] = [];
  const { body } = page.variant.sources;
  if (/<html\b/i.test(body) && !/<html\b[^>]*\blang\s*=/i.test(body)) {
    found.push(
      page.finding(
        'WARNING',
        'LANGUAGE_MISSING',
        null,
        '<html',
        `the page names no language; ${page.language} was put`,
        `Write <html lang="${page.language}">.`,
      ),
    );
  }
  if (/<html\b/i.test(body) && !/<title[^>]*>\s*[^<\s]/i.test(body)) {
    found.push(
      page.finding(
        'WARNING',
        'TITLE_MISSING',
        null,
        '<head',
        'the page has no title; the subject was put',
        'Write a <title>.',
      ),
    );
  }
  const table = page.elements('table').find((each) => {
    const isData = page.page(each).find('th').length > 0 || 'summary' in each.attribs;
    return (
      !isData &&
      !/^(?:presentation|none)$/.test(each.attribs['role'] ?? '') &&
      textOfNode(each).trim() !== ''
    );
  });
  if (table !== undefined) {
    found.push(
      page.finding(
        'WARNING',
        'TABLE_ROLE_MISSING',
        table,
        page.offsetOf(table),
        'a table for layout is read out as one of data',
        'Give it role="presentation".',
      ),
    );
  }
  return found;
}
