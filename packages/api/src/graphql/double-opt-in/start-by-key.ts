import { ensureRecipient, scopeExists } from '@adieu/db';
import { actorOf, LANGUAGES } from '@adieu/domain';
import { noKey } from '../access/key-errors.ts';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readScope } from '../scopes/scope.input.ts';
import { StartDoubleOptInInput } from './start-double-opt-in.input.ts';
import { type Start, isLanguage, asLanguage } from './start.ts';

export async function startByKey(
  ctx: Context,
  input: StartDoubleOptInInput,
): Promise<Start | Problem> {
  const { viewer, ring } = ctx;
  if (viewer === null) throw noKey();
  if (!viewer.grants.some(({ right, accountId }) => right === 'ADMIN' && accountId === null))
    return new Forbidden('startDoubleOptIn by address needs a key of the role ADMIN.');
  if (input.topicId)
    return new InvalidInput('topicId', 'Goes with a link’s token; with a key, name the scope.');
  if (!input.address)
    return new InvalidInput('address', 'Give a link’s token, or an address and a scope.');
  if (!input.scope) return new InvalidInput('scope', 'Name what to come back to.');
  const channel = input.channel ?? 'EMAIL';
  if (channel !== 'EMAIL')
    return new InvalidInput('channel', 'No double opt-in can be sent on this channel yet.');
  const known = readAddress(ring, input.address, channel);
  if (known instanceof Problem) return known;
  const { organisationId } = viewer;
  const scope = readScope(input.scope, organisationId);
  if (scope.kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account of yours.');
  if (!(await scopeExists(ctx.db.sql, organisationId, scope)))
    return new NotFound('scope', 'scope');
  const organisation = await ctx.loaders.organisation.load(organisationId);
  if (input.language && !isLanguage(input.language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  return {
    organisationId,
    accountId: null,
    scope,
    language: asLanguage(input.language ?? 'en'),
    senderName: organisation?.name ?? '',
    caller: null,
    startedBy: actorOf(viewer),
    recipient: (sql) => ensureRecipient(sql, { organisationId, ...known }),
  };
}
