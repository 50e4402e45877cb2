import { type Language, LANGUAGES } from '../enums/channels.ts';
import { isColour } from './colour.ts';
import { findGuilt } from './guilt.ts';
import {
  type ContrastFailure,
  contrastFailures,
  isOfItsScheme,
  type Palette,
  PALETTE_COLOURS,
  type Scheme,
  SCHEMES,
} from './palette.ts';
import { isHttpsUrl, refuseText, type TextRefusal } from './plain-text.ts';

/** What an account says in its own words on a page, in one language. Each stands below what can be pressed to leave. */
export interface BrandTexts {
  /** Below the first button. */
  readonly intro: string | null;
  /** Once they have left. */
  readonly farewell: string | null;
}

/** Who answers for the messages, as the law of its country wants it named. */
export interface Imprint {
  /** At most 6 lines. */
  readonly postalAddress: string | null;
  /** A telephone number or an address to write to. */
  readonly contact: string | null;
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
}

/** How an account's pages look. What is null is as without a brand. No part of it moves, hides or renames what is pressed to leave. */
export interface Brand {
  readonly displayName: string | null;
  readonly light: Palette | null;
  readonly dark: Palette | null;
  /** In words, for those who do not see it; empty where the name beside it says enough. Null = there is no logo. */
  readonly logoAlt: string | null;
  readonly imprint: Imprint;
  readonly texts: Readonly<Partial<Record<Language, BrandTexts>>>;
}

/** Characters. */
export const LONGEST_BRAND_TEXT = {
  displayName: 40,
  logoAlt: 120,
  intro: 300,
  farewell: 300,
  postalAddress: 300,
  contact: 120,
} as const;
const POSTAL_LINES = 6;

export type BrandRefusal =
  | { readonly refused: 'contrast-too-low'; readonly failures: readonly ContrastFailure[] }
  | { readonly refused: 'guilt-tripping'; readonly field: string; readonly word: string }
  | { readonly refused: 'not-a-colour' | 'scheme-inverted' | 'not-https'; readonly field: string }
  | { readonly refused: TextRefusal; readonly field: string };

/** Null where a brand may be kept, else the first thing that is wrong with it; of colours, all pairs at once. */
export function refuseBrand(brand: Brand): BrandRefusal | null {
  return refuseTexts(brand) ?? refuseLinks(brand.imprint) ?? refuseColours(brand);
}

function refuseTexts({ displayName, logoAlt, imprint, texts }: Brand): BrandRefusal | null {
  const { postalAddress, contact } = imprint;
  const plain: [field: keyof typeof LONGEST_BRAND_TEXT, text: string | null, lines?: number][] = [
    ['displayName', displayName],
    ['logoAlt', logoAlt === '' ? null : logoAlt],
    ['postalAddress', postalAddress, POSTAL_LINES],
    ['contact', contact],
  ];
  for (const [field, text, lines] of plain) {
    const refused = text === null ? null : refuseText(text, LONGEST_BRAND_TEXT[field], lines);
    if (refused !== null) return { refused, field };
  }
  for (const language of LANGUAGES) {
    for (const field of ['intro', 'farewell'] as const) {
      const text = texts[language]?.[field] ?? null;
      if (text === null) continue;
      const refused = refuseText(text, LONGEST_BRAND_TEXT[field]);
      if (refused !== null) return { refused, field };
      const word = findGuilt(text, language);
      if (word !== null) return { refused: 'guilt-tripping', field, word };
    }
  }
  return null;
}

function refuseLinks(imprint: Imprint): BrandRefusal | null {
  for (const field of ['imprintUrl', 'privacyUrl'] as const) {
    const url = imprint[field];
    if (url !== null && !isHttpsUrl(url)) return { refused: 'not-https', field };
  }
  return null;
}

function refuseColours(brand: Brand): BrandRefusal | null {
  const chosen = SCHEMES.flatMap((scheme): [Scheme, Palette][] => {
    const palette = brand[scheme];
    return palette === null ? [] : [[scheme, palette]];
  });
  for (const [scheme, palette] of chosen) {
    const bad = PALETTE_COLOURS.find((name) => !isColour(palette[name]));
    if (bad !== undefined) return { refused: 'not-a-colour', field: `${scheme}.${bad}` };
  }
  const failures = chosen.flatMap(([scheme, palette]) => contrastFailures(scheme, palette));
  if (failures.length > 0) return { refused: 'contrast-too-low', failures };
  const inverted = chosen.find(([scheme, palette]) => !isOfItsScheme(scheme, palette));
  return inverted ? { refused: 'scheme-inverted', field: inverted[0] } : null;
}
