import { completePalette, isColour, type Scheme, SCHEMES, type WholePalette } from '@adieu/domain';
import type { Brand } from '../api/operations.ts';

/** The pages' own names for the colours. Colours are all that a brand can set: no rule here has a size, a place or a picture. */
const NAMES: Readonly<Record<keyof WholePalette, readonly string[]>> = {
  ground: ['ground'],
  surface: ['card'],
  // An account's accent need not be dark enough for words, nor red be legible on its surface: links and errors take theirs.
  text: ['ink', 'link', 'wrong'],
  quiet: ['quiet'],
  line: ['line'],
  hair: ['hair'],
  accent: ['strong'],
  onAccent: ['on-strong'],
};

/** What comes after the page's own stylesheet, for light or dark surroundings each; empty where a brand has no colours. */
export function brandStyles(brand: Brand | null): string {
  return SCHEMES.map((scheme) => schemeStyles(scheme, brand?.[scheme] ?? null)).join('');
}

function schemeStyles(scheme: Scheme, palette: Brand[Scheme]): string {
  if (palette === null) return '';
  const { ground, surface, text, accent, onAccent } = palette;
  const colours = { ground, surface, text, accent, onAccent };
  // why: this becomes a stylesheet unescaped. What is no colour was never saved; if it comes all the same, the page's own stand.
  if (!Object.values(colours).every(isColour)) return '';
  const whole = completePalette(colours);
  const rules = Object.entries(NAMES).flatMap(([name, variables]) =>
    variables.map((variable) => `--${variable}:${whole[name as keyof WholePalette]}`),
  );
  return `@media (prefers-color-scheme:${scheme}){:root{${rules.join(';')}}}`;
}
