import { listExports } from '@adieu/db';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { AudienceExportType } from './audience-export.type.ts';
import { AudienceExportConnection } from './audience-export.type.ts';

@Resolver(() => AudienceExportType)
export class AudienceExports {
  @Query(() => AudienceExportConnection, {
    description: 'Which lists were handed out, to whom and why; the newest first.',
  })
  async audienceExports(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AudienceExportConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listExports(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({
      node: new AudienceExportType(row),
      cursor: writeCursor(row.id),
    }));
    return new AudienceExportConnection({ edges, hasNext });
  }

  @FieldResolver(() => AddressBookType)
  async addressBook(
    @Root() { row }: AudienceExportType,
    @Ctx() { loaders }: Context,
  ): Promise<AddressBookType> {
    const book = await loaders.book.load(row.addressBookId);
    return new AddressBookType(book!);
  }
}
