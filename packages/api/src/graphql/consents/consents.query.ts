import { findProof, listConsents } from '@adieu/db';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { ConsentConnection } from './consent.type.ts';
import { ConsentProofType } from './consent-proof.type.ts';
import { ConsentType } from './consent.type.ts';

@Resolver()
export class Consents {
  @Query(() => ConsentProofType, {
    nullable: true,
    description: 'The proof of one double opt-in, with a page to print (D-3).',
  })
  async consentProof(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<ConsentProofType | null> {
    const uuid = fromId('proof', id);
    if (uuid === null) return null;
    const row = await findProof(ctx.db.sql, viewerOf(ctx).organisationId, uuid);
    return row && new ConsentProofType(row);
  }

  @Query(() => ConsentConnection, {
    description: 'Consents that were recorded by hand, the newest first.',
  })
  async consents(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConsentConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listConsents(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      before: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({ node: new ConsentType(row), cursor: writeCursor(row.id) }));
    return new ConsentConnection({ edges, hasNext });
  }
}
