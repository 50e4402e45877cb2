import { findDoubleOptIn, standingRequests } from '@adieu/db';
import type { Scope } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { readScope } from '../scopes/scope.input.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, NotFound } from '../shared/problems.ts';
import type { StartDoubleOptInInput } from './start-double-opt-in.input.ts';
import { asLanguage, type Start } from './start.ts';

/**
 * From the page of a confirmation mail's link: the same once more, or a topic or a book of its account that was left. The
 * new mail goes to the address itself, so the link opens nothing by this.
 */
export async function startByConfirmation(
  ctx: Context,
  token: string,
  asked: StartDoubleOptInInput['scope'],
): Promise<Start | NotFound | InvalidInput | 'nothing-to-return-to'> {
  const found = await findDoubleOptIn(ctx.db.sql, hashSecretToken(token));
  if (found === null) return new NotFound('link', 'confirmationToken');
  if (!asked) return new InvalidInput('scope', 'Name what to come back to.');
  const { organisationId, accountId, recipientId } = found;
  const scope = readScope(asked, organisationId);
  const same = scope.id === found.scopeId && scope.kind === found.scopeKind;
  if (!same && !(await wasLeft(ctx, recipientId, accountId, scope))) return 'nothing-to-return-to';
  const account = await ctx.loaders.account.load(accountId);
  return {
    organisationId,
    accountId,
    scope,
    language: asLanguage(found.language),
    senderName: account?.name ?? '',
    ...(same && { declared: { text: found.declaration, version: found.declarationVersion } }),
    caller: `double-opt-in/${found.id}`,
    recipient: () => Promise.resolve(recipientId),
  };
}

async function wasLeft(
  { db }: Context,
  recipientId: string,
  accountId: string,
  { kind, id }: Scope,
): Promise<boolean> {
  if (kind !== 'TOPIC' && kind !== 'BOOK') return false;
  const standing = await standingRequests(db.sql, recipientId, accountId);
  return standing.some(({ scopeId }) => scopeId === id);
}
