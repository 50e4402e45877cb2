import type { Element } from 'domhandler';
import { pixels } from './lengths.ts';

/** Stands for every merged value where a page is judged before it is filled: nobody knows what it will be. */
export const MERGED = 'adieu-merged';

const UNSEEN_ELEMENTS = ['head', 'title', 'template', 'noscript', 'script', 'style'];

/** Values that hide what is within. */
const HIDES: readonly (readonly [string, RegExp])[] = [
  ['display', /^none/],
  ['mso-hide', /^all/],
  ['clip', /^rect\((?:0|1px)/],
  [
    'transform',
    /matrix|perspective|rotate(?:[XY]|3d)|scale[XYZ]?\([^)]*(?<![\d.])(?:0|\.)|scale3d/i,
  ],
];

/** What has no honest use around a link in a mail, and the values in which it is harmless. */
const HARMLESS: readonly (readonly [string, RegExp])[] = [
  ['position', /^(?:static|relative|inherit|initial)/],
  ['filter', /^(?:none|inherit|initial)/],
  ['clip-path', /^(?:none|inherit|initial)/],
  ['mask', /^(?:none|inherit|initial)/],
  ['mask-image', /^(?:none|inherit|initial)/],
  ['mix-blend-mode', /^(?:normal|inherit|initial)/],
  ['-webkit-text-fill-color', /^(?:inherit|currentcolor|initial)/i],
  ['zoom', /^(?:normal|1(?:\.0*)?$|1\d\d%|inherit|initial)/],
  ['pointer-events', /^(?:auto|inherit|initial)/],
  ['content-visibility', /^(?:visible|auto|inherit|initial)/],
];

const OFFSETS =
  'left, top, right, bottom, transform, text-indent, margin, margin-left, margin-top'.split(', ');
const FAR = /-\s*(?:9\d\d|\d{4,})(?!\d)/;
const SIZES = ['max-height', 'max-width', 'height', 'width', 'line-height'];
/** In mail, what is flat is hidden whether or not it says overflow: clients differ. */
const FLAT_PX = 2;
/** Less high than this, and cut off, no line of text can be read. */
const LEAST_LINE_PX = 13;
const ROOT_PX = 16;

/** Why an element hides what is within it, for people; null where it does not. Opacity and visibility add up elsewhere. */
export function whyItHides(element: Element, style: ReadonlyMap<string, string>): string | null {
  if (UNSEEN_ELEMENTS.includes(element.name)) return `it stands in <${element.name}>`;
  if ('hidden' in element.attribs) return 'the attribute hidden';
  if (element.attribs['aria-hidden'] === 'true') return 'aria-hidden';
  if (element.attribs['style']?.includes(MERGED)) return 'its style is merged in';
  for (const name of ['height', 'width']) {
    if (/^[01]$/.test(element.attribs[name] ?? '')) return `${name}="${element.attribs[name]}"`;
  }
  const property = hidingProperty(style);
  return property === null ? null : `${property}: ${style.get(property)}`;
}

function hidingProperty(style: ReadonlyMap<string, string>): string | null {
  const value = (property: string): string => style.get(property) ?? '';
  const isCut = /hidden|clip/.test(value('overflow') + value('overflow-y'));
  const isFlat = (property: string): boolean => {
    const px = pixels(style.get(property), ROOT_PX);
    if (px === null) return false;
    return px < FLAT_PX || (isCut && px < LEAST_LINE_PX && property.endsWith('height'));
  };
  return (
    HIDES.find(([property, hidden]) => hidden.test(value(property)))?.[0] ??
    HARMLESS.find(([property, fine]) => style.has(property) && !fine.test(value(property)))?.[0] ??
    OFFSETS.find((property) => FAR.test(value(property))) ??
    SIZES.find(isFlat) ??
    null
  );
}
