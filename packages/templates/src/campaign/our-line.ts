/** The class of the lines that we add to a page. */
export const OUR_LINE = 'adieu-line';
/** The class of those with a ground of their own, which turns in the dark. */
export const OUR_GROUND = 'adieu-ground';

/**
 * How our lines may look, the plainest first: dark on the page's ground, as the reader's client writes on its own, or
 * on a ground of their own.
 */
export const LINE_STYLES = [
  'color:#333333;',
  '',
  'color:#333333;background-color:#ffffff;',
] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

export function lineClass(style: LineStyle): string {
  return style.includes('background') ? `${OUR_LINE} ${OUR_GROUND}` : OUR_LINE;
}
