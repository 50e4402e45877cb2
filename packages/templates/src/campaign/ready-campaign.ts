import type {
  CampaignContent,
  CompiledContent,
  CompiledMailContent,
  CompiledText,
  Purpose,
} from '@adieu/domain';
import type { KeptMail } from '../apart/jobs.ts';
import { makeCampaign } from '../apart/make-campaign.ts';
import { runApart } from '../apart/run-apart.ts';
import type { CompiledCampaign } from './compiled.ts';
import { escapeHtml } from './fill.ts';
import { keepCompiled, openText } from './keep-compiled.ts';
import { type MessageValues, type RenderedMessage, renderMessage } from './render-message.ts';

/** A campaign's mails, ready to be filled: as they were kept when it was released; of a draft, compiled now. */
export class ReadyCampaign {
  readonly organisationId: string;
  readonly #kept: CompiledMailContent;
  readonly #opened = new Map<CompiledText, CompiledCampaign>();

  constructor(kept: CompiledMailContent, organisationId: string) {
    this.#kept = kept;
    this.organisationId = organisationId;
  }

  /** The text for a reader of a language, `null` and those that there is none for have the fallback. */
  mailFor(language: string | null): KeptMail {
    const { variants, fallback, identity, purpose } = this.#kept;
    const text =
      variants.find((each) => each.language === language) ??
      variants.find((each) => each.language === fallback)!;
    return { text, identity, purpose };
  }

  /**
   * One recipient's mail. What its release proved is filled here, as a million of them would not bear the way to another process;
   * any other apart. Throws where it can not be filled, or may not go out as it is: rather no mail.
   */
  fillFor(values: MessageValues): RenderedMessage | Promise<RenderedMessage> {
    const mail = this.mailFor(values.language);
    return mail.text.filled === 'IN_PLACE'
      ? withWayOut(renderMessage(this.#open(mail), values), mail, values)
      : fillApart(mail, values, this.organisationId);
  }

  #open({ text, identity, purpose }: KeptMail): CompiledCampaign {
    let campaign = this.#opened.get(text);
    if (campaign === undefined) {
      campaign = { variants: new Map(), fallback: openText(text), identity, purpose };
      this.#opened.set(text, campaign);
    }
    return campaign;
  }
}

/** F1, H-16: whatever was proved before, no mail goes out without its link. */
function withWayOut(
  filled: RenderedMessage,
  { purpose }: KeptMail,
  { unsubscribeUrl }: MessageValues,
): RenderedMessage {
  const isThere =
    purpose === 'TRANSACTIONAL' ||
    (filled.html.includes(escapeHtml(unsubscribeUrl)) && filled.text.includes(unsubscribeUrl));
  if (!isThere) throw new Error('the way out is missing');
  return filled;
}

async function fillApart(
  mail: KeptMail,
  values: MessageValues,
  organisationId: string,
): Promise<RenderedMessage> {
  // What is computed where it is asked for does not go to another process.
  const filled = await runApart('fill', { mail, values: { ...values } }, organisationId);
  if ('refused' in filled) throw new Error(filled.refused);
  return filled.done;
}

/** Null: there are no mails of it. */
export async function readyCampaign(campaign: {
  readonly content: CampaignContent;
  readonly compiled: CompiledContent | null;
  readonly purpose: Purpose;
  readonly defaultLanguage: string;
  readonly organisationId: string;
}): Promise<ReadyCampaign | null> {
  const { content, compiled, purpose, defaultLanguage, organisationId } = campaign;
  if (compiled !== null)
    return compiled.channel === 'EMAIL' ? new ReadyCampaign(compiled, organisationId) : null;
  if (content.channel !== 'EMAIL') return null;
  const look = { production: false, hasTopic: false };
  const source = { ...content, purpose, defaultLanguage };
  const made = await makeCampaign(source, look, organisationId);
  return made.ok ? new ReadyCampaign(keepCompiled(made.campaign), organisationId) : null;
}
