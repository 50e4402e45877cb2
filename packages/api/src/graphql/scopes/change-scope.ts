import { changeScope, type ScopeChange } from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import { createUnionType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation, type IdempotentCall } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { ScopeChanged } from './scope-changed.type.ts';
import { ScopeType } from './scope.type.ts';
import { readScope, ScopeInput } from './scope.input.ts';

export const ChangeScopeResult = createUnionType({
  name: 'ChangeScopeResult',
  types: () => [ScopeChanged, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

export async function change(
  ctx: Context,
  operation: string,
  input: IdempotentCall['input'] & { readonly scope: ScopeInput },
  how: ScopeChange,
): Promise<ScopeChanged | Problem> {
  const { organisationId } = viewerOf(ctx);
  const scope = readScope(input.scope, organisationId);
  if (scope === null) return new NotFound('scope', 'scope');
  const { kind, id } = scope;
  if (kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account.');
  const done = await idempotentMutation(ctx, { organisationId, operation, input }, (sql) =>
    changeScope(sql, { organisationId, scope: { kind, id }, change: how, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  if (!('refused' in done.result)) return new ScopeChanged(new ScopeType(kind, id));
  return done.result.refused === 'not-found'
    ? new NotFound(WORDS[kind], 'scope')
    : new Conflict('NAME_TAKEN', 'There is one of this name already.', 'name');
}

const WORDS: Readonly<Record<Exclude<ScopeKind, 'ORGANISATION'>, string>> = {
  TOPIC: 'topic',
  BOOK: 'address book',
  ACCOUNT: 'account',
};
