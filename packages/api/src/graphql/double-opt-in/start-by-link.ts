import { type LinkView, openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
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

/** A topic of the link's account that was left; null for any other. */
function topicLeft({ standing }: LinkView, topicId: string): Start['scope'] | null {
  const found = standing.find(
    ({ scopeKind, scopeId }) => scopeKind === 'TOPIC' && scopeId === topicId,
  );
  return found ? { kind: 'TOPIC', id: found.scopeId } : null;
}

/** Whoever left all marketing comes back to that; a narrower way back would leave the wider opt-out in force. */
function widestStanding(link: LinkView): Start['scope'] | null {
  const { organisationId, accountId, addressBookId, topicId, standing } = link;
  for (const id of [organisationId, accountId, addressBookId, topicId]) {
    const found = standing.find((request) => request.scopeId === id);
    if (found) return { kind: found.scopeKind, id: found.scopeId };
  }
  const other = standing[0];
  return other ? { kind: other.scopeKind, id: other.scopeId } : null;
}
