import type { CampaignIdentity } from '@adieu/domain';
import { parseHtml } from '../html/parse-html.ts';
import { lineStyleFor } from './line-style.ts';
import { LINE_STYLES, type LineStyle, lineClass } from './our-line.ts';

const NAMES = {
  marking: 'marking',
  onBehalfOf: 'on_behalf_of',
  postalAddress: 'postal_address',
} as const satisfies Record<keyof CampaignIdentity, string>;

/** The identity lines that are asked for and that the author did not place themselves (H-18). */
function missingFrom(source: string, identity: CampaignIdentity): string[] {
  return (Object.keys(NAMES) as (keyof CampaignIdentity)[])
    .filter((key) => identity[key]?.trim())
    .map((key) => NAMES[key])
    .filter((name) => !new RegExp(`\\{\\{-?\\s*${name}\\b`).test(source));
}

/** Puts who sends, for whom, and that it is advertising, at the end of the page (H-18). */
export function putIdentity(html: string, identity: CampaignIdentity | null): string {
  const names = identity === null ? [] : missingFrom(html, identity);
  const end = parseHtml(html)('body')[0]?.sourceCodeLocation?.endTag;
  if (names.length === 0 || !end) return html;
  const lines = names.map((name) => `{{ ${name} }}`).join('<br>');
  const put = (style: LineStyle): string => {
    const block = `<div class="${lineClass(style)}" style="padding:12px 25px;text-align:center;font-family:Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;${style}">${lines}</div>`;
    return html.slice(0, end.startOffset) + block + html.slice(end.startOffset);
  };
  return put(lineStyleFor(put) ?? LINE_STYLES.at(-1)!);
}

/** The same in plain text. */
export function putIdentityInText(text: string, identity: CampaignIdentity | null): string {
  const names = identity === null ? [] : missingFrom(text, identity);
  return [text.trimEnd(), names.map((name) => `{{ ${name} }}`).join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

/** What the merge names of the identity stand for. */
export function identityValues(identity: CampaignIdentity | null): Record<string, string> {
  const entries = (Object.keys(NAMES) as (keyof CampaignIdentity)[]).map((key) => [
    NAMES[key],
    identity?.[key]?.trim() ?? '',
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
