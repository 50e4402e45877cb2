import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import { type CampaignForSending, type Database, webVersion } from '@adieu/db';
import { type KeyRing, signMessageLink, signWebLink, verifyWebLink } from '@adieu/keys';
import { type CompiledCampaign, readyCampaign, renderMessage } from '@adieu/templates';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createInvalidLinkLimit } from './invalid-link-limit.ts';
import { closed, languageAsked, sendPlainPage } from './plain-page.ts';

export interface WebVersionDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly publicUrl: string;
}

/** No scripts, no forms, no frames; pictures as the mail has them. Links open as from any page. */
const POLICY = [
  "default-src 'none'",
  'img-src https:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/**
 * `GET /m/<token>`: a mail in a browser, filled anew for its person. Nothing is written, counted or logged. It may have been
 * forwarded: the way out in it leads to the page that asks first, as in the mail.
 */
export function serveWebVersion(app: FastifyInstance, deps: WebVersionDeps): void {
  const limit = createInvalidLinkLimit();
  const compiled = new CompiledCampaigns();
  app.get('/m/:token', async (request, reply) => {
    const messageId = verifyWebLink(deps.ring, (request.params as { token: string }).token);
    if (messageId === null && (await limit.isTooMany(request.ip)))
      return notThere(request, reply.header('retry-after', '60'), 429);
    const html = messageId === null ? null : await page(deps, compiled, messageId);
    return html === null ? notThere(request, reply, 404) : closed(reply, POLICY).send(html);
  });
}

function notThere(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const language = languageAsked(request.headers['accept-language']);
  return sendPlainPage(reply, status, { language, page: CAMPAIGN_MESSAGES[language].noWebVersion });
}

/** Null where there is no such mail any more, or it can no longer be filled. */
async function page(
  { db, ring, publicUrl }: WebVersionDeps,
  campaigns: CompiledCampaigns,
  messageId: string,
): Promise<string | null> {
  const shown = await webVersion(db.sql, messageId);
  const compiled = shown && (await campaigns.of(shown.campaign));
  if (compiled === null) return null;
  const { campaign, language, fields } = shown!;
  try {
    return renderMessage(compiled, {
      language,
      fields,
      organisation: campaign.organisationName,
      account: campaign.accountName,
      unsubscribeUrl: `${publicUrl}/u/${signMessageLink(ring, messageId)}`,
      webVersionUrl: `${publicUrl}/m/${signWebLink(ring, messageId)}`,
    }).html;
  } catch {
    // The contact has lost a field since that the text can not do without.
    return null;
  }
}

const MOST_KEPT = 50;

/** Campaigns ready to be filled, the last asked for: many read the same one in the same hour. */
class CompiledCampaigns {
  readonly #kept = new Map<string, Promise<CompiledCampaign | null>>();

  of(campaign: CampaignForSending): Promise<CompiledCampaign | null> {
    // What was released never changes.
    const key = campaign.campaignId;
    const found = this.#kept.get(key) ?? readyCampaign(campaign);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    found.catch(() => this.#kept.delete(key));
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return found;
  }
}
