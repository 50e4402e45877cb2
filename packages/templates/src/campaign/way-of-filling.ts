import type { WayOfFilling } from '@adieu/domain';
import { liquidTokens } from './liquid-tokens.ts';

/** Tags that go through what stands in them once at most, and leave nothing behind. */
const PLAIN_TAGS = new Set(
  'if elsif else endif unless endunless case when endcase comment endcomment raw endraw #'.split(
    ' ',
  ),
);
/** Filters whose work is that of the text they are given. */
const PLAIN_FILTERS = new Set(
  `abs append at_least at_most capitalize ceil date default divided_by downcase escape first floor last merged_url
   merged_url_part minus modulo plus prepend round size slice strip times truncate upcase url_encode`.split(
    /\s+/,
  ),
);
const FILTER = /\|\s*(\w+)/g;

/** How a text has to be filled, by what is asked of Liquid in all its parts. */
export function wayOfFilling(
  parts: readonly string[],
  { isWhole }: { readonly isWhole: boolean },
): WayOfFilling {
  if (!isWhole) return 'JUDGED';
  const isPlain = parts
    .flatMap(liquidTokens)
    .every(
      ({ name, text }) =>
        (name === null || PLAIN_TAGS.has(name)) &&
        [...text.matchAll(FILTER)].every(([, filter]) => PLAIN_FILTERS.has(filter!)),
    );
  return isPlain ? 'IN_PLACE' : 'APART';
}
