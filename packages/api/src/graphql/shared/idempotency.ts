import { type Json, type Transaction, withIdempotency } from '@adieu/db';
import { type Context, viewerOf } from './context.ts';
import { forget } from './loaders.ts';
import { Conflict, InvalidInput } from './problems.ts';

const LONGEST_KEY = 200;

type Work<Result> = (tx: Transaction) => Promise<Result>;
type Done<Result> = { readonly result: Result } | Conflict | InvalidInput;

interface Input {
  readonly idempotencyKey?: string | null;
}

export interface LinkCall {
  readonly organisationId: string;
  readonly operation: string;
  readonly input: Input;
  /** Whose link: the keys of one caller never meet those of another. Null for a key, which has its organisation. */
  readonly caller: string | null;
}

/**
 * Does a mutation's work once for each idempotency key, in one transaction. The result is kept as JSON, so it
 * holds ids; what is shown of them is read afterwards.
 */
export function idempotentMutation<Result extends Json>(
  ctx: Context,
  operation: string,
  input: Input,
  work: Work<Result>,
): Promise<Done<Result>> {
  const { organisationId } = viewerOf(ctx);
  return perform(ctx, { organisationId, operation, input, caller: null }, work);
}

/** The same for callers without an API key. */
export function idempotentLinkMutation<Result extends Json>(
  ctx: Context,
  call: LinkCall,
  work: Work<Result>,
): Promise<Done<Result>> {
  return perform(ctx, call, work);
}

async function perform<Result extends Json>(
  ctx: Context,
  {
    organisationId,
    operation,
    input,
    caller,
  }: Omit<LinkCall, 'caller'> & { caller: string | null },
  work: Work<Result>,
): Promise<Done<Result>> {
  const { idempotencyKey, ...rest } = input;
  if (typeof idempotencyKey === 'string' && !isKey(idempotencyKey))
    return new InvalidInput(
      'idempotencyKey',
      `An idempotency key has 1 to ${LONGEST_KEY} characters.`,
    );
  const given = idempotencyKey ?? null;
  const key = given === null || caller === null ? given : `${caller}/${given}`;
  const call = { organisationId, key, operation, input: rest as Json };
  const done = await withIdempotency(ctx.db, call, work);
  // What was read to decide whether it may be done is not what stands now.
  forget(ctx.loaders);
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
