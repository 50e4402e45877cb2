import { listPlatformBlocks } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import type { Context } from '../shared/context.ts';
import { firstOf, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { PlatformBlockConnection, PlatformBlockType } from './platform-block.type.ts';

@Resolver()
export class PlatformBlocks {
  @Query(() => PlatformBlockConnection, {
    description: 'Who wrote STOP to a short code that accounts share, the newest first.',
  })
  async platformBlocks(
    @Ctx() { db }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PlatformBlockConnection> {
    const after = readCursor(
      page,
      ([since, key]) => isInstant(since) && /^[\da-f]{64}$/.test(key ?? ''),
    );
    const listed = await listPlatformBlocks(db.sql, {
      first: firstOf(page),
      after: after && { since: new Date(after[0]!), addressKey: after[1]! },
    });
    return new PlatformBlockConnection(
      pageOf(
        listed,
        (row) => new PlatformBlockType(row),
        (row) => writeCursor(row.since.toISOString(), row.addressKey.toString('hex')),
      ),
    );
  }
}

function isInstant(text: string | undefined): boolean {
  return text !== undefined && !Number.isNaN(Date.parse(text));
}
