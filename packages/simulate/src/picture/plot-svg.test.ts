import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { plotSvg, ticks } from './plot-svg.ts';

describe('a plot of a simulation (N13)', () => {
  it.each([
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [11, [0, 5, 10, 15]],
    [32, [0, 10, 20, 30, 40]],
    [1_947, [0, 500, 1_000, 1_500, 2_000]],
  ])('up to %d has the steps %j', (most, steps) => {
    expect(ticks(most)).toEqual(steps);
  });

  it('begins at nothing, steps up when something happens, ends at the right edge', () => {
    const points = [
      { t: 2, y: 1 },
      { t: 4, y: 2 },
    ];
    const svg = load(
      plotSvg(
        { title: 't', about: 'a', curves: [{ name: 'n', points }] },
        { days: 8, mailings: [] },
      ),
    );
    expect(svg('path.line-0').attr('d')).toBe('M44 196H140.5V103H237V10H430');
  });

  it('draws changes that lie closer than can be seen as one, and always the last', () => {
    const points = Array.from({ length: 5_000 }, (_, i) => ({ t: i / 5_000, y: i + 1 }));
    const html = plotSvg(
      { title: 't', about: 'a', curves: [{ name: 'n', points }] },
      { days: 1, mailings: [0] },
    );
    expect(html.length).toBeLessThan(20_000);
    expect(load(html)('path.line-0').attr('d')).toMatch(/V10H430$/);
  });

  it('says in words what it shows, and names are text, never markup', () => {
    const curves = [{ name: '<b>"', points: [{ t: 1, y: 7 }] }];
    const html = plotSvg({ title: 'Mails', about: 'a', curves }, { days: 2, mailings: [] });
    expect(html).not.toContain('<b>');
    expect(load(html)('svg').attr('aria-label')).toBe('Mails; at the end <b>": 7');
  });
});
