import { type LinkView, openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
import { allMarketingLeft } from '../preferences/all-marketing-left.ts';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { NotFound } from '../shared/problems.ts';
import { type Start, asLanguage } from './start.ts';

export async function startByLink(
  ctx: Context,
  token: string,
  topicId: string | null | undefined,
): Promise<Start | NotFound | 'nothing-to-return-to'> {
  const messageId = verifyMessageLink(ctx.ring, token);
  const link = messageId === null ? null : await openLink(ctx.db.sql, messageId, ctx.now);
  if (link === null) return new NotFound('link', 'token');
  const scope = topicId
    ? topicLeft(link, readId('topic', topicId, 'topicId'))
    : widestStanding(link);
  if (scope === null) return 'nothing-to-return-to';
  return {
    organisationId: link.organisationId,
    accountId: link.accountId,
    scope,
    language: asLanguage(link.language),
    senderName: link.accountName,
    caller: `message/${link.messageId}`,
    recipient: () => Promise.resolve(link.recipientId),
  };
}

/** A topic of the link's account that was left, by itself or with all marketing; null for any other. */
function topicLeft(link: LinkView, topicId: string): Start['scope'] | null {
  const isLeft =
    link.standing.some(({ scopeId }) => scopeId === topicId) ||
    (link.topics.some(({ id }) => id === topicId) && allMarketingLeft(link, topicId) !== undefined);
  return isLeft ? { kind: 'TOPIC', id: topicId } : null;
}

/**
 * Whoever left all marketing comes back to the account's: that is what a link is of, and other accounts of an organisation that
 * was left as a whole stay left (decision 035).
 */
function widestStanding(link: LinkView): Start['scope'] | null {
  const { accountId, addressBookId, topicId, standing } = link;
  if (allMarketingLeft(link, topicId)) return { kind: 'ACCOUNT', id: accountId };
  for (const id of [addressBookId, topicId]) {
    const found = standing.find((request) => request.scopeId === id);
    if (found) return { kind: found.scopeKind, id: found.scopeId };
  }
  const other = standing.find(({ scopeKind }) => scopeKind === 'BOOK' || scopeKind === 'TOPIC');
  return other ? { kind: other.scopeKind, id: other.scopeId } : null;
}
