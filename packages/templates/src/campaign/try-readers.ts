import type { CampaignIdentity, Purpose } from '@adieu/domain';
import type { CompiledVariant } from './compiled.ts';
import { drawReaders } from './drawn-readers.ts';
import { liquidTokens } from './liquid-tokens.ts';
import { WAY_OUT_URL } from './outline.ts';
import { renderMessage } from './render-message.ts';
import { whyUnfit } from './why-unfit.ts';
import { Work } from './work.ts';

/** More of them where conditions may build the page in different ways; fewer of a long page, which is judged as it is sent too. */
const drawnFor = (html: string, isWhole: boolean): number =>
  isWhole ? 0 : Math.min(10, Math.floor(100_000 / html.length));

/** Fills a text for readers of many kinds: why one of them would get a page that may not go out; null where none would. */
export function tryReaders(
  variant: CompiledVariant,
  html: string,
  rest: {
    readonly identity: CampaignIdentity | null;
    readonly purpose: Purpose;
    readonly isWhole: boolean;
  },
): string | null {
  const { isWhole, ...campaign } = rest;
  const readers = drawReaders(variant.fields, liquidTokens(html), drawnFor(html, isWhole));
  for (const fields of readers) {
    const reason = tryOne(variant, fields, campaign);
    if (reason !== null) return reason;
  }
  return null;
}

function tryOne(
  variant: CompiledVariant,
  fields: Readonly<Record<string, string>>,
  campaign: { readonly identity: CampaignIdentity | null; readonly purpose: Purpose },
): string | null {
  const work = new Work();
  try {
    const filled = renderMessage(
      { ...campaign, variants: new Map(), fallback: variant },
      {
        language: variant.language,
        fields,
        organisation: 'Organisation',
        account: 'Account',
        unsubscribeUrl: WAY_OUT_URL,
        webVersionUrl: 'https://adieu.invalid/web',
      },
      work,
    );
    return whyUnfit(filled.html, { unsubscribeUrl: WAY_OUT_URL, purpose: campaign.purpose });
  } catch {
    // What can not be filled for a reader is not sent to them; too much for one is too much for all.
    return work.exceeded;
  }
}
