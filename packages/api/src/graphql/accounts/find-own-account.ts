import type { Account } from '@adieu/db';
import { type Context, viewerOf } from '../shared/context.ts';

/** An account of the key's organisation; somebody else's, and one that was deleted, answers like none. */
export async function findOwnAccount(ctx: Context, id: string): Promise<Account | null> {
  const row = await ctx.loaders.account.load(id);
  return row?.organisationId === viewerOf(ctx).organisationId && !row.deletedAt ? row : null;
}
