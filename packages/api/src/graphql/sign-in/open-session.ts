import { beginSession, endSession, type Transaction } from '@adieu/db';
import type { SignInMeans } from '@adieu/domain';
import { createSecretToken } from '@adieu/keys';
import type { Context } from '../shared/context.ts';

/**
 * Begins a session in the caller's transaction and ends the one that the browser had, so that nobody stays signed in by a
 * secret from before (rotation). Gives the new secret, which only the browser keeps.
 */
export async function openSession(
  ctx: Pick<Context, 'now' | 'session'>,
  tx: Transaction,
  of: {
    readonly memberId: string;
    readonly means: SignInMeans;
    readonly userAgent: string | null;
  },
): Promise<string> {
  const { secret, hash: secretHash } = createSecretToken();
  if (ctx.session !== null)
    await endSession(tx, ctx.session.memberId, ctx.session.sessionId, ctx.now);
  await beginSession(tx, { ...of, secretHash, now: ctx.now });
  return secret;
}
