import { type Brand, type BrandTexts, type Language, LANGUAGES, type Palette } from '@adieu/domain';
import { InvalidInput, LimitReached, Problem } from '../shared/problems.ts';
import type { BrandTextsInput, PaletteInput, SetAccountBrandInput } from './brand.input.ts';

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** The input in the domain's form: trimmed, and null where there is nothing. */
export function readBrand({
  displayName,
  light,
  dark,
  imprint,
}: SetAccountBrandInput): Omit<Brand, 'logoAlt' | 'texts'> {
  return {
    displayName: orNull(displayName),
    light: readPalette(light),
    dark: readPalette(dark),
    imprint: {
      postalAddress: orNull(imprint?.postalAddress?.replaceAll('\r\n', '\n')),
      contact: orNull(imprint?.contact),
      imprintUrl: orNull(imprint?.imprintUrl),
      privacyUrl: orNull(imprint?.privacyUrl),
    },
  };
}

/** Small letters, and these five alone. */
function readPalette(input: PaletteInput | null | undefined): Palette | null {
  if (!input) return null;
  const { ground, surface, text, accent, onAccent } = input;
  return {
    ground: ground.toLowerCase(),
    surface: surface.toLowerCase(),
    text: text.toLowerCase(),
    accent: accent.toLowerCase(),
    onAccent: onAccent.toLowerCase(),
  };
}

export function readTexts(inputs: readonly BrandTextsInput[]): Brand['texts'] | Problem {
  if (inputs.length > LANGUAGES.length)
    return new LimitReached('texts', `One entry a language: at most ${LANGUAGES.length}.`);
  const texts: Partial<Record<Language, BrandTexts>> = {};
  for (const { language: code, intro, farewell } of inputs) {
    const language = LANGUAGES.find((each) => each === code);
    if (language === undefined || texts[language])
      return new InvalidInput('texts', `Use each of ${LANGUAGES.join(', ')} at most once.`);
    texts[language] = { intro: orNull(intro), farewell: orNull(farewell) };
  }
  return texts;
}
