import { contrast } from './contrast.ts';

/** What an account may set of its pages. None of it can hide, shrink or delay the way out: it colours and adds, no more. */
export interface Brand {
  /** `#rrggbb` of the first button, links and marks on a light page; null = the house's. */
  readonly colour: string | null;
  /** The same on a dark page. */
  readonly colourOnDark: string | null;
  /** Plain text by language, shown below the ways out. */
  readonly note: Readonly<Record<string, string>>;
  /** Who is responsible, as the law asks; plain text at the foot. */
  readonly imprint: string | null;
}

/** The cards of the pages, on which a brand's colour stands (styles.css). */
const CARDS = { colour: '#ffffff', colourOnDark: '#1f2226' } as const;
/** WCAG 1.4.3 asks 4.5:1 of text; links and the button's border are of this colour. */
const LEAST_CONTRAST = 4.5;
export const LONGEST_NOTE = 500;
export const LONGEST_IMPRINT = 500;

export type BrandRefusal = 'not-a-colour' | 'contrast-too-low' | 'text-too-long';

export const BRAND_REFUSALS: Readonly<Record<BrandRefusal, string>> = {
  'not-a-colour': 'Write a colour as #rrggbb.',
  'contrast-too-low': `A colour needs a contrast of at least ${LEAST_CONTRAST}:1 to the page it stands on (#ffffff, or #1f2226 in the dark): people must be able to read the way out (WCAG 1.4.3).`,
  'text-too-long': `A note has at most ${LONGEST_NOTE} characters in each language, an imprint ${LONGEST_IMPRINT}.`,
};

/** Null where the brand may be saved, else the first thing that is wrong with it. */
export function refuseBrand(
  brand: Brand,
): { readonly refused: BrandRefusal; readonly field: keyof Brand } | null {
  for (const field of ['colour', 'colourOnDark'] as const) {
    const colour = brand[field];
    if (colour === null) continue;
    const found = contrast(colour, CARDS[field]);
    if (Number.isNaN(found)) return { refused: 'not-a-colour', field };
    if (found < LEAST_CONTRAST) return { refused: 'contrast-too-low', field };
  }
  if (Object.values(brand.note).some((text) => text.length > LONGEST_NOTE))
    return { refused: 'text-too-long', field: 'note' };
  if ((brand.imprint?.length ?? 0) > LONGEST_IMPRINT)
    return { refused: 'text-too-long', field: 'imprint' };
  return null;
}

/** Black or white, whichever is read better on a colour; one of them always reaches 4.5:1. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  return contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000';
}
