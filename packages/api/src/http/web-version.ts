import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import { type Database, webVersion } from '@adieu/db';
import { type KeyRing, signMessageLink, signWebLink, verifyWebLink } from '@adieu/keys';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReadyCampaigns } from '../ready-campaigns.ts';
import { originOf } from './client.ts';
import { createInvalidLinkLimit } from './invalid-link-limit.ts';
import { closed, languageAsked, sendPlainPage } from './plain-page.ts';

export interface WebVersionDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly publicUrl: string;
  readonly campaigns: ReadyCampaigns;
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
  app.get('/m/:token', async (request, reply) => {
    const messageId = verifyWebLink(deps.ring, (request.params as { token: string }).token);
    if (messageId === null && (await limit.isTooMany(originOf(request))))
      return notThere(request, reply.header('retry-after', '60'), 429);
    const html = messageId === null ? null : await page(deps, messageId);
    return html === null ? notThere(request, reply, 404) : closed(reply, POLICY).send(html);
  });
}

function notThere(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const language = languageAsked(request.headers['accept-language']);
  return sendPlainPage(reply, status, { language, page: CAMPAIGN_MESSAGES[language].noWebVersion });
}

/** Null where there is no such mail any more, or it can no longer be filled. */
async function page(
  { db, ring, publicUrl, campaigns }: WebVersionDeps,
  messageId: string,
): Promise<string | null> {
  const shown = await webVersion(db.sql, messageId);
  const ready = shown && (await campaigns.of(shown.campaignId));
  if (ready === null) return null;
  const { language, fields, organisationName, accountName } = shown!;
  try {
    const filled = await ready.fillFor({
      language,
      fields,
      organisation: organisationName,
      account: accountName,
      unsubscribeUrl: `${publicUrl}/u/${signMessageLink(ring, messageId)}`,
      webVersionUrl: `${publicUrl}/m/${signWebLink(ring, messageId)}`,
    });
    return filled.html;
  } catch {
    // The contact has lost a field since that the text can not do without, or says what makes it unfit.
    return null;
  }
}
