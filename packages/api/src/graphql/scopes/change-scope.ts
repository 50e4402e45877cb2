import { changeScope, type ScopeChange } from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import type { IdempotentInput } from '../shared/idempotent.input.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { ScopeChanged } from './scope-changed.type.ts';
import { ScopeType } from './scope.type.ts';
import { readScope, ScopeInput } from './scope.input.ts';
import { keyResult } from '../shared/result.ts';

export const ChangeScopeResult = keyResult('ChangeScopeResult', () => [ScopeChanged, NotFound]);

export async function change(
  ctx: Context,
  operation: string,
  input: IdempotentInput & { readonly scope: ScopeInput },
  how: ScopeChange,
): Promise<ScopeChanged | Problem> {
  const { organisationId } = viewerOf(ctx);
  const scope = readScope(input.scope, organisationId);
  const { kind, id } = scope;
  if (kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account.');
  const done = await idempotentMutation(ctx, operation, input, (sql) =>
    changeScope(sql, { organisationId, scope: { kind, id }, change: how, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  if (!('refused' in done.result)) return new ScopeChanged(new ScopeType(kind, id));
  return done.result.refused === 'not-found' ? new NotFound(WORDS[kind], 'scope') : NAME_TAKEN();
}

export const NAME_TAKEN = (): Conflict =>
  new Conflict('NAME_TAKEN', 'There is one of this name already.', 'name');

const WORDS: Readonly<Record<Exclude<ScopeKind, 'ORGANISATION'>, string>> = {
  TOPIC: 'topic',
  BOOK: 'address book',
  ACCOUNT: 'account',
};
