import { withIdempotency, type Json } from '@adieu/db';
import type { Database } from '@adieu/db';
import type { Context } from './context.ts';
import { Conflict, InvalidInput } from './problems.ts';

const LONGEST_KEY = 200;

type Sql = Database['sql'];

export interface IdempotentCall {
  readonly organisationId: string;
  /** The mutation's name, and with a link whose: the keys of one caller never meet those of another. */
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null };
  /** Prefix of the key for callers without an API key. */
  readonly caller?: string;
}

/**
 * Does a mutation's work once for each idempotency key, in one transaction. The result is kept as JSON, so it
 * holds ids; what is shown of them is read afterwards.
 */
export async function idempotentMutation<Result extends Json>(
  ctx: Context,
  { organisationId, operation, input, caller }: IdempotentCall,
  work: (sql: Sql) => Promise<Result>,
): Promise<{ result: Result } | Conflict | InvalidInput> {
  const { idempotencyKey, ...rest } = input;
  if (typeof idempotencyKey === 'string' && !isKey(idempotencyKey))
    return new InvalidInput(
      'idempotencyKey',
      `An idempotency key has 1 to ${LONGEST_KEY} characters.`,
    );
  const key = idempotencyKey ?? null;
  const call = {
    organisationId,
    key: key === null || caller === undefined ? key : `${caller}/${key}`,
    operation,
    input: rest as Json,
  };
  const done = await withIdempotency(ctx.db, call, work);
  if ('conflict' in done) {
    const message = 'This idempotency key was used with another input. Use a new one.';
    return new Conflict('IDEMPOTENCY_KEY_REUSED', message, 'idempotencyKey');
  }
  if (done.replayed) ctx.replayed = true;
  return { result: done.result };
}

function isKey(key: string): boolean {
  return key.length >= 1 && key.length <= LONGEST_KEY;
}
