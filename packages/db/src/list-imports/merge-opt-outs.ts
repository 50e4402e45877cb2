import { type NamedActor, type Scope, VERDICTS } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { MERGE_OPT_OUTS } from './merge-opt-outs.sql.ts';
import { targetsOfScope } from './target-of-scope.ts';

/** A stretch of the staged rows of an import. */
export interface Stretch {
  readonly fromBucket: number;
  readonly beforeBucket: number;
}

export interface MergedOptOuts {
  /** Different ones. */
  readonly addresses: number;
  /** That nobody here knew. */
  readonly fresh: number;
  /** That are out by this chunk and were not, or were paused, or had come back to a part. */
  readonly written: number;
}

/**
 * Opts a stretch of a list out, in the caller's transaction. Whoever brings a list has reviewed it, as who adds somebody by hand:
 * where a book's policy would have a wish reviewed, these are confirmed in their name. `no-opt-out`, `exempt`: as of one wish.
 */
export async function mergeOptOuts(
  tx: Transaction,
  list: Stretch & {
    readonly importId: string;
    readonly organisationId: string;
    readonly scope: Scope;
    readonly actor: NamedActor;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<MergedOptOuts | { refused: 'not-found' | 'no-opt-out' | 'exempt' }> {
  const targets = await targetsOfScope(tx, list.organisationId, list.scope);
  const [first] = targets;
  if (first === undefined) return { refused: 'not-found' };
  const isOptOut = VERDICTS.some(
    ({ signal, purpose, mode, state }) =>
      signal === 'CLEAR' &&
      purpose === first.purpose &&
      mode === 'AT_ONCE' &&
      state === 'CONFIRMED',
  );
  if (!isOptOut) return { refused: 'no-opt-out' };
  if (first.exempt) return { refused: 'exempt' };
  // Its steps are thousands of rows of which the planner knows nothing: it would look each up in all of another, row by row.
  await tx.rows('SET LOCAL enable_nestloop = off');
  let merged: MergedOptOuts | undefined;
  for (const target of targets) {
    const [row] = await tx.rows<MergedOptOuts>(MERGE_OPT_OUTS, [
      list.importId,
      list.fromBucket,
      list.beforeBucket,
      list.now,
      list.organisationId,
      target.accountId,
      target.listId,
      target.scopeKind,
      target.scopeId,
      target.purpose,
      target.addressBookId,
      target.policyVersion,
      target.policyOwnerId,
      target.requestedScopeKind,
      target.requestedScopeId,
      list.actor.kind,
      list.actor.name,
      list.reason,
      `import ${list.importId}`,
    ]);
    merged ??= row!;
  }
  return merged!;
}
