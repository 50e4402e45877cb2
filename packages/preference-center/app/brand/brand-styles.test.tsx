import {
  contrastOf,
  nearestPassing,
  type Palette,
  refuseBrand,
  type Brand as SavedBrand,
} from '@adieu/domain';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { newsletter } from '../../test/samples.ts';
import type { Brand, PreferenceView } from '../api/operations.ts';
import { brandStyles } from './brand-styles.ts';
import { PreferencesPage } from '../preferences/preferences-page.tsx';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** Any colours, mended until they may be saved: dark words on light, or the reverse. */
const palettes = (scheme: 'light' | 'dark') =>
  fc
    .record({ ground: colour, surface: colour, text: colour, accent: colour, onAccent: colour })
    .map((any): Palette => {
      const text = scheme === 'light' ? '#111111' : '#eeeeee';
      const fits = (behind: string): string => (contrastOf(text, behind) >= 4.5 ? behind : away);
      const away = scheme === 'light' ? '#ffffff' : '#000000';
      const surface = fits(any.surface);
      const accent = nearestPassing(any.accent, surface, 3);
      const onAccent = nearestPassing(any.onAccent, accent, 4.5);
      return { ground: fits(any.ground), surface, text, accent, onAccent };
    });

const words = (maxLength: number) =>
  fc.option(
    fc
      .oneof(
        fc.string({ minLength: 1, maxLength }),
        fc.constantFrom(
          '</p></main>',
          '<button name="choice">',
          '"><style>*{display:none}</style>',
        ),
      )
      .map((text) => text.trim()),
    { nil: null },
  );
const urls = fc.option(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), {
  nil: null,
});

const savedBrands = fc
  .record({
    displayName: words(40),
    light: fc.option(palettes('light'), { nil: null }),
    dark: fc.option(palettes('dark'), { nil: null }),
    logoAlt: fc.option(fc.string({ maxLength: 120 }), { nil: null }),
    imprint: fc.record({
      postalAddress: words(300),
      contact: words(120),
      imprintUrl: urls,
      privacyUrl: urls,
    }),
    texts: fc.record({ en: fc.record({ intro: words(300), farewell: words(300) }) }),
  })
  .filter((brand: SavedBrand) => refuseBrand(brand) === null);

/** As the API gives it. */
const shown = (brand: SavedBrand): Brand => ({
  ...brand,
  logo:
    brand.logoAlt === null
      ? null
      : { id: 'ab'.repeat(32), width: 1200, height: 120, alt: brand.logoAlt },
  texts: [{ language: 'en', intro: null, farewell: null, ...brand.texts.en }],
});

const view = newsletter().preferences as PreferenceView;
const mainWith = (brand: Brand | null): string => {
  const page = (
    <PreferencesPage
      token="token"
      view={{ ...view, brand }}
      reader={{ language: 'en', timeZone: 'UTC' }}
      done={null}
      now={new Date('2026-05-04T08:00:00Z')}
    />
  );
  return /<main>.*<\/main>/s.exec(renderToStaticMarkup(page))![0];
};

describe('whatever brand may be saved', () => {
  it('leaves all that can be pressed where it is, and adds its words as text behind the way out (C9, P-1, P-2)', () => {
    const plain = mainWith(null);
    const wayOut = plain.indexOf('</form>') + '</form>'.length;
    fc.assert(
      fc.property(savedBrands, (brand) => {
        const intro = brand.texts.en?.intro ?? null;
        const added = intro === null ? '' : renderToStaticMarkup(<p>{intro}</p>);
        expect(mainWith(shown(brand))).toBe(plain.slice(0, wayOut) + added + plain.slice(wayOut));
        expect(added.slice(3, -4)).not.toMatch(/[<>]/);
      }),
    );
  });

  it('sets nothing but colours: no size, no place, no picture, no rule of its own', () => {
    const rule = /@media \(prefers-color-scheme:(?:light|dark)\)\{:root\{([^{}]*)\}\}/g;
    fc.assert(
      fc.property(savedBrands, (brand) => {
        const styles = brandStyles(shown(brand));
        expect(styles.replaceAll(rule, '')).toBe('');
        for (const [, body] of styles.matchAll(rule))
          for (const declaration of body!.split(';'))
            expect(declaration).toMatch(
              /^--(?:ground|card|ink|link|wrong|quiet|line|hair|strong|on-strong):#[0-9a-f]{6}$/,
            );
      }),
    );
  });

  it('keeps the button’s words at 4.5:1 and its edge at 3:1, and other words and edges as well (X-1)', () => {
    fc.assert(
      fc.property(savedBrands, (brand) => {
        for (const [, body] of brandStyles(shown(brand)).matchAll(/:root\{([^}]*)\}/g)) {
          const colours = Object.fromEntries(
            body!.split(';').map((declaration) => declaration.slice(2).split(':')),
          ) as Record<string, string>;
          const contrast = (front: string, behind: string) =>
            contrastOf(colours[front]!, colours[behind]!);
          expect(contrast('on-strong', 'strong')).toBeGreaterThanOrEqual(4.5);
          expect(contrast('strong', 'card')).toBeGreaterThanOrEqual(3);
          expect(contrast('line', 'card')).toBeGreaterThanOrEqual(3);
          for (const front of ['ink', 'quiet', 'link', 'wrong'])
            for (const behind of ['ground', 'card'])
              expect([front, behind, contrast(front, behind) >= 4.5]).toEqual([
                front,
                behind,
                true,
              ]);
        }
      }),
    );
  });
});
