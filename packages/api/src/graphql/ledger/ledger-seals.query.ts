import { listSeals } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { LedgerSealConnection, LedgerSealType } from './ledger-seal.type.ts';

@Resolver()
export class LedgerSeals {
  @Query(() => LedgerSealConnection, { description: 'The newest first.' })
  async ledgerSeals(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<LedgerSealConnection> {
    const after = readCursor(page, ([sequence]) => /^\d{1,9}$/.test(sequence ?? ''));
    const listed = await listSeals(ctx.db.sql, {
      first: firstOf(page),
      before: after === null ? null : Number(after[0]),
    });
    return new LedgerSealConnection(
      pageOf(
        listed,
        (seal) => new LedgerSealType(seal),
        (seal) => writeCursor(String(seal.sequence)),
      ),
    );
  }
}
