import type { OpenRefusal } from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import { createUnionType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentMutation, type IdempotentCall } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { ScopeChanged } from './scope-changed.type.ts';
import { ScopeType } from './scope.type.ts';

export const CreateScopeResult = createUnionType({
  name: 'CreateScopeResult',
  types: () => [ScopeChanged, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

export const COMES_BACK =
  'A name that was deleted comes back with its id, and everybody who left it stays out (P-13).';

type Opened = { readonly id: string } | { readonly refused: OpenRefusal };

export async function create(
  ctx: Context,
  kind: ScopeKind,
  call: IdempotentCall,
  open: (sql: Context['db']['sql']) => Promise<Opened>,
): Promise<ScopeChanged | Problem> {
  const done = await idempotentMutation<Opened>(ctx, call, open);
  if (done instanceof Problem) return done;
  if ('refused' in done.result) return REFUSALS[done.result.refused]();
  return new ScopeChanged(new ScopeType(kind, done.result.id));
}

const REFUSALS: Readonly<Record<OpenRefusal, () => Problem>> = {
  'not-found': () => new NotFound('account', 'accountId'),
  archived: () => new Conflict('ARCHIVED', 'This account is archived.', 'accountId'),
  'name-taken': () =>
    new Conflict(
      'NAME_TAKEN',
      'There is one of this name already; maybe it is archived, or was deleted and had another purpose.',
      'name',
    ),
};
