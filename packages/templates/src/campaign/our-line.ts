/** The class of the lines that we add to a page. */
export const OUR_LINE = 'adieu-line';
/** The class of those with a ground of their own, which turns in the dark. */
export const OUR_GROUND = 'adieu-ground';

/**
 * How our lines may look, the plainest first: dark on the page's ground, or on a ground of their own, which turns in the dark.
 * Never in a colour that is left to the reader's client: some take the page's dark rules and not its word that it can be
 * shown on dark, and write black on what the rules have made dark.
 */
export const LINE_STYLES = ['color:#333333;', 'color:#333333;background-color:#ffffff;'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

export function lineClass(style: LineStyle): string {
  return style.includes('background') ? `${OUR_LINE} ${OUR_GROUND}` : OUR_LINE;
}
