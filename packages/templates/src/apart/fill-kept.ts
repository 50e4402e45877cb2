import type { CompiledCampaign } from '../campaign/compiled.ts';
import { openText } from '../campaign/keep-compiled.ts';
import { type PreviewedMessage, previewMessage } from '../campaign/preview-message.ts';
import {
  type MessageValues,
  type RenderedMessage,
  renderMessage,
} from '../campaign/render-message.ts';
import { whyUnfit } from '../campaign/why-unfit.ts';
import type { KeptMail } from './jobs.ts';

const MOST_OPEN = 20;
const opened = new Map<string, CompiledCampaign>();

/** Those that were filled last stay open: a campaign's mails come one after the other. */
function open({ text, identity, purpose }: KeptMail): CompiledCampaign {
  const key = JSON.stringify([text, identity, purpose]);
  const campaign = opened.get(key) ?? {
    variants: new Map(),
    fallback: openText(text),
    identity,
    purpose,
  };
  opened.delete(key);
  opened.set(key, campaign);
  if (opened.size > MOST_OPEN) opened.delete(opened.keys().next().value!);
  return campaign;
}

/** One reader's mail, judged where its text asks for that. Throws where it can not be filled, or may not go out as it is. */
export function fillKept(mail: KeptMail, values: MessageValues): RenderedMessage {
  const filled = renderMessage(open(mail), values);
  const unfit = mail.text.filled === 'APART' ? null : whyUnfit(filled.html, lawOf(mail, values));
  if (unfit !== null) throw new Error(unfit);
  return filled;
}

/** The same to look at. */
export function previewKept(
  mail: KeptMail,
  values: MessageValues,
): PreviewedMessage | { readonly refused: string } {
  const shown = previewMessage(open(mail), values);
  if ('refused' in shown) return shown;
  const unfit = whyUnfit(shown.html, lawOf(mail, values));
  return unfit === null ? shown : { refused: unfit };
}

function lawOf({ purpose }: KeptMail, { unsubscribeUrl }: MessageValues) {
  return { purpose, unsubscribeUrl };
}
