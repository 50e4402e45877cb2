import { findRequests, type OptOutRequest } from '@adieu/db';
import DataLoader from 'dataloader';
import { type Context, viewerOf } from '../shared/context.ts';

const loaders = new WeakMap<Context, DataLoader<string, OptOutRequest | null>>();

/** A request of the viewer's organisation, or null; all that one operation asks for come by one statement. */
export function loadRequest(ctx: Context, id: string): Promise<OptOutRequest | null> {
  let loader = loaders.get(ctx);
  if (loader === undefined) {
    const { organisationId } = viewerOf(ctx);
    loader = new DataLoader(async (ids) => {
      const found = await findRequests(ctx.db.sql, organisationId, ids);
      const rows = new Map(found.map((row) => [row.id, row]));
      return ids.map((each) => rows.get(each) ?? null);
    });
    loaders.set(ctx, loader);
  }
  return loader.load(id);
}
