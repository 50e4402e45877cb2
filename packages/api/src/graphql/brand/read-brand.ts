import type { ChosenLogo } from '@adieu/db';
import {
  type Brand,
  type BrandTexts,
  type Language,
  LANGUAGES,
  MOST_LOGO_BYTES,
  type Palette,
} from '@adieu/domain';
import { brandProblem } from './brand-problem.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import type {
  BrandLogoInput,
  BrandTextsInput,
  PaletteInput,
  SetAccountBrandInput,
} from './brand.input.ts';

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

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const SHA256 = /^[\da-f]{64}$/;
/** Base64 of the largest logo: more need not be decoded to be refused. */
const LONGEST_BASE64 = Math.ceil(MOST_LOGO_BYTES / 3) * 4;

export function readLogo(
  input: BrandLogoInput | null,
): (ChosenLogo & { readonly alt: string }) | null | Problem {
  if (input === null) return null;
  const alt = input.alt.trim();
  const { content = null, id = null } = input;
  if ((content === null) === (id === null))
    return new InvalidInput('logo', 'Give either its content or the id of an earlier one.');
  if (id !== null) {
    if (!SHA256.test(id)) return new NotFound('logo of this account', 'logo.id');
    return { sha256: id, alt };
  }
  if (content!.length > LONGEST_BASE64)
    return brandProblem({ refused: 'too-large', field: 'logo.content' });
  if (!BASE64.test(content!)) return new InvalidInput('logo.content', 'This is not base64.');
  return { content: Buffer.from(content!, 'base64'), alt };
}
