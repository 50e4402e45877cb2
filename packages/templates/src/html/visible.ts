import type { AnyNode } from 'domhandler';
import type { Rgb } from 'culori';
import { contrast, over, readBackground, readColour } from './colour.ts';
import type { Cascade } from './cascade.ts';
import { whyItHides } from './hiding.ts';
import { fontPixels, fraction, ROOT_FONT_PX } from './lengths.ts';
import { ancestors } from './parse-html.ts';

const LIGHT: Rgb = { mode: 'rgb', r: 1, g: 1, b: 1 };
const DARK: Rgb = { mode: 'rgb', r: 0.11, g: 0.11, b: 0.12 };
const TEXT_ON_LIGHT: Rgb = { mode: 'rgb', r: 0, g: 0, b: 0 };
const LINK_ON_LIGHT: Rgb = { mode: 'rgb', r: 0, g: 0, b: 0.93 };
const LINK_ON_DARK: Rgb = { mode: 'rgb', r: 0.6, g: 0.65, b: 1 };

/** Of text with its ground (WCAG 2.2 SC 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** How the page looks under one media condition. */
export interface Look {
  readonly cascade: Cascade;
  readonly world: string;
  /** The client paints a dark ground where the page says nothing. */
  readonly dark: boolean;
}

/** Why a text can not be seen, for people; null where it can. Colours are judged apart, by `contrastOf`. */
export function whyHidden(node: AnyNode, look: Look): string | null {
  let opacity = 1;
  for (const element of ancestors(node)) {
    const style = look.cascade.declared(element, look.world);
    const reason = whyItHides(element, style);
    if (reason !== null) return reason;
    opacity *= fraction(style.get('opacity'));
  }
  if (opacity < 0.9) return 'it is see-through (opacity)';
  const visibility = inherited(node, 'visibility', look);
  return visibility !== null && visibility !== 'visible' ? `visibility: ${visibility}` : null;
}

/** The size of a text in pixels. */
export function fontSize(node: AnyNode, look: Look): number {
  const chain = [...ancestors(node)].toReversed();
  let size = ROOT_FONT_PX;
  for (const element of chain) {
    const style = look.cascade.declared(element, look.world);
    const own =
      style.get('font-size') ??
      /(?:^|\s)([\d.]+(?:px|pt|em|rem|%))/.exec(style.get('font') ?? '')?.[1];
    size = fontPixels(own, size);
  }
  return size;
}

/** The contrast of a text with its ground, 1 to 21; null where the ground is an image or a colour can not be read. */
export function contrastOf(node: AnyNode, look: Look): number | null {
  const ground = groundOf(node, look);
  if (ground === null) return null;
  const text = textColour(node, look);
  return text === null ? null : contrast(over(text, ground), ground);
}

function groundOf(node: AnyNode, look: Look): Rgb | null {
  const layers: Rgb[] = [];
  for (const element of ancestors(node)) {
    const style = look.cascade.declared(element, look.world);
    const named = style.get('background-color');
    const short = style.get('background');
    const attribute = element.attribs['bgcolor'];
    const value = named ?? short ?? attribute;
    const colour =
      value === undefined ? null : named === undefined ? readBackground(value) : readColour(value);
    const opaque = colour !== null && (colour.alpha ?? 1) >= 1;
    const image = /url\(|gradient\(/.test(`${style.get('background-image') ?? ''}${short ?? ''}`);
    // A colour beneath an image is what shows until images are loaded, which many never are.
    if (image && !opaque) return null;
    if (value !== undefined && colour === null && !/^(?:none|inherit|initial|unset)/.test(value))
      return null;
    if (colour !== null) layers.push(colour);
    if (opaque) break;
  }
  return layers
    .toReversed()
    .reduce((ground, layer) => over(layer, ground), look.dark ? DARK : LIGHT);
}

function textColour(node: AnyNode, look: Look): Rgb | null {
  for (const element of ancestors(node)) {
    const value =
      look.cascade.declared(element, look.world).get('color') ?? element.attribs['color'];
    if (value === undefined) {
      if (element.name === 'a' && 'href' in element.attribs)
        return look.dark ? LINK_ON_DARK : LINK_ON_LIGHT;
      continue;
    }
    if (/^(?:inherit|unset|currentcolor)/i.test(value)) continue;
    if (/^(?:initial|canvastext|revert)/i.test(value)) break;
    return readColour(value);
  }
  return look.dark ? LIGHT : TEXT_ON_LIGHT;
}

function inherited(node: AnyNode, property: string, look: Look): string | null {
  for (const element of ancestors(node)) {
    const value = look.cascade.declared(element, look.world).get(property);
    if (value !== undefined && value !== 'inherit') return value;
  }
  return null;
}
