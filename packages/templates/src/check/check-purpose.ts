import type { Purpose } from '@adieu/domain';
import { WAY_OUT_URL } from '../campaign/outline.ts';
import { ancestors } from '../html/parse-html.ts';
import type { Finding } from './finding.ts';
import { textOfNode } from './text-of-node.ts';
import type { VariantPage } from './variant-page.ts';
import { GUILT, PROMOTION } from './phrases.ts';

const LONGEST_NEAR = 400;
const USES_WAY_OUT = /\{\{-?\s*(?:un)?subscribe(?:_again|_url|_word)?\b/;

/** Nobody is made to feel bad for leaving (C9): the words around the way out. */
export function checkGuilt(page: VariantPage): Finding[] {
  const found = new Map<string, Finding>();
  for (const link of page.elements(`a[href="${WAY_OUT_URL}"]`)) {
    let near = textOfNode(link);
    for (const element of ancestors(link)) {
      const text = textOfNode(element);
      if (text.length > LONGEST_NEAR) break;
      near = text;
    }
    const words = GUILT[page.language].exec(near.replace(/\s+/g, ' '))?.[0];
    if (words === undefined) continue;
    found.set(
      words,
      page.finding(
        'WARNING',
        'GUILT_TRIPPING',
        link,
        words,
        `“${words.trim()}” near the way out makes people feel bad for leaving`,
        'Say plainly how to leave, and no more.',
      ),
    );
  }
  return [...found.values()];
}

/** What calls itself a receipt and is advertising (H-11). */
export function checkPurpose(
  page: VariantPage,
  context: { readonly purpose: Purpose; readonly hasTopic: boolean },
): Finding[] {
  if (context.purpose !== 'TRANSACTIONAL') return [];
  const found: Finding[] = [];
  const { body } = page.variant.sources;
  if (context.hasTopic || USES_WAY_OUT.test(body)) {
    const why = context.hasTopic ? 'it has a topic, which people leave' : 'it speaks of leaving';
    found.push(
      page.finding(
        'ERROR',
        'PURPOSE_MISMATCH',
        null,
        USES_WAY_OUT.exec(body)?.[0] ?? null,
        `the campaign is transactional, and ${why}`,
        'Send it through an address book for marketing or service; receipts and codes have no opt-out.',
      ),
    );
  }
  const text = [page.subject, ...page.texts().map(({ data }) => data)].join(' ');
  const words = PROMOTION[page.language].exec(text)?.[0];
  if (words !== undefined) {
    found.push(
      page.finding(
        'WARNING',
        'TRANSACTIONAL_LOOKS_LIKE_MARKETING',
        null,
        words,
        `“${words.trim()}” reads like advertising in a transactional mail`,
        'Take it out, or send it through an address book for marketing.',
      ),
    );
  }
  return found;
}
