import { describe, expect, it } from 'vitest';
import { drawPng } from './draw-png.ts';
import { rateSvg, type RatePlot } from './rate-svg.ts';

const plot: RatePlot = {
  values: [
    { name: '16 Nov', rate: 0 },
    { name: '23 Nov', rate: 0.0125 },
  ],
  lines: [{ rate: 0.01, style: 'dashed', name: 'a <warning> & more' }],
  format: (rate) => `${rate * 100} %`,
};
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('a plot as a picture', () => {
  it('is a PNG of twice its size', () => {
    expect(sizeOf(drawPng(rateSvg(plot)))).toEqual([1_120, 476]);
  });

  it('shows its words, by a font that it brings along', () => {
    const wordless = rateSvg(plot).replace(/<text[^>]*>[^<]*<\/text>/g, '');
    expect(drawPng(wordless).equals(drawPng(rateSvg(plot)))).toBe(false);
  });

  it('takes words as text, never as markup', () => {
    expect(rateSvg(plot)).toContain('a &lt;warning&gt; &amp; more');
  });
});
