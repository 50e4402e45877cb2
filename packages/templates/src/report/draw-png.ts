import { Resvg } from '@resvg/resvg-js';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Brought along, so that text is drawn on a machine without fonts, and alike on each. */
const FONT = require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');

/** An SVG of our own as a PNG, two pixels for each unit: sharp on dense screens. */
export function drawPng(svg: string): Buffer {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return Buffer.from(drawn.render().asPng());
}
